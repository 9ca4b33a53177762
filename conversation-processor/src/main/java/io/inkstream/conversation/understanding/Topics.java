package io.inkstream.conversation.understanding;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises a client's questions to the studio, and what they are about. */
public final class Topics {
    private static final PhraseFile WORDS = PhraseFile.read("topics");
    private static final Phrases QUESTION_STARTS = WORDS.section("question-starts");

    /** Requests that name the piece: "can you do a dragon?" is an idea. */
    private static final Phrases WISHES = WORDS.section("wishes");

    private record Rule(String topic, Phrases phrases) {}

    /** First match wins, so the narrow topics stand before the wide ones. */
    private static final List<Rule> TOPICS = Stream.of(
                    "deposit", "aftercare", "age", "address", "price", "waiting", "duration", "availability")
            .map(section ->
                    new Rule(section.equals("waiting") ? "availability" : section, WORDS.section("topic-" + section)))
            .toList();

    private Topics() {}

    /** Whether the message asks the studio something. */
    public static boolean asksSomething(Utterance text) {
        return text.endsAsQuestion()
                ? !text.hasNoWords()
                : QUESTION_STARTS.startsWith(text.words()) && (text.words().size() > 2 || of(text) != null);
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
