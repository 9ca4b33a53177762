package io.inkstream.conversation.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises a client's questions to the studio, and what they are about. */
public final class Topics {
    private static final Phrases QUESTION_STARTS = Phrases.of(
            "how",
            "what",
            "whats",
            "when",
            "where",
            "wheres",
            "which",
            "who",
            "why",
            "do you",
            "does",
            "can you",
            "can i",
            "could you",
            "could i",
            "is it",
            "is there",
            "is the",
            "are you",
            "are there",
            "would you",
            "will you",
            "will it",
            "should i",
            "have you",
            "cuanto",
            "cuanta",
            "cuando",
            "donde",
            "que",
            "como",
            "puedo",
            "puedes",
            "teneis",
            "tienes",
            "haceis",
            "haces",
            "hay");

    /** Requests that name the piece: "can you do a dragon?" is an idea. */
    private static final Phrases WISHES = Phrases.of(
            "can you do",
            "could you do",
            "do you do",
            "can i get",
            "could i get",
            "can i have",
            "can you make",
            "can you tattoo",
            "would you do",
            "puedes hacer",
            "haces",
            "haceis");

    private record Rule(String topic, Phrases phrases) {}

    /** First match wins, so the narrow topics stand before the wide ones. */
    private static final List<Rule> TOPICS = List.of(
            new Rule("deposit", Phrases.of("deposit", "refundable", "deposito", "fianza", "senal")),
            new Rule(
                    "aftercare",
                    Phrases.of(
                            "aftercare",
                            "after care",
                            "heal",
                            "healing",
                            "look after",
                            "cuidados",
                            "cicatriza",
                            "curar")),
            new Rule(
                    "age",
                    Phrases.of(
                            "how old",
                            "minimum age",
                            "age limit",
                            "under 18",
                            "id needed",
                            "need id",
                            "que edad",
                            "edad minima")),
            new Rule(
                    "address",
                    Phrases.of(
                            "where", "address", "located", "location", "parking", "directions", "donde", "direccion")),
            new Rule(
                    "price",
                    Phrases.of(
                            "how much",
                            "price",
                            "prices",
                            "cost",
                            "costs",
                            "charge",
                            "rate",
                            "rates",
                            "quote",
                            "minimum",
                            "cuanto cuesta",
                            "cuanto vale",
                            "precio",
                            "precios")),
            new Rule(
                    "duration",
                    Phrases.of(
                            "how long",
                            "how many hours",
                            "how many sessions",
                            "cuanto tiempo",
                            "cuantas sesiones",
                            "cuanto dura",
                            "cuanto tarda")),
            new Rule(
                    "availability",
                    Phrases.of(
                            "when",
                            "available",
                            "availability",
                            "dates",
                            "free",
                            "waiting list",
                            "wait",
                            "booked up",
                            "cuando",
                            "disponibilidad",
                            "fechas")));

    private Topics() {}

    /** Whether the message asks the studio something. */
    public static boolean asksSomething(Utterance text) {
        return text.endsAsQuestion()
                ? !text.hasNoWords()
                : QUESTION_STARTS.startsWith(text.words()) && text.words().size() > 2;
    }

    public static boolean isWish(Utterance text) {
        return WISHES.startsWith(text.words());
    }

    /** price, duration, availability, deposit, address, age or aftercare; null when it is about something else. */
    public static @Nullable String of(Utterance text) {
        for (var rule : TOPICS) {
            if (rule.phrases().isIn(text.words())) {
                return rule.topic();
            }
        }
        return null;
    }
}
