package io.inkstream.conversation.understanding;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises a client's questions to the studio, and what they are about. */
public final class Topics {
    private static final PhraseFile WORDS = PhraseFile.read("topics");
    private static final Phrases QUESTION_STARTS = WORDS.section("question-starts");

    private static final Phrases INDIRECT = WORDS.section("indirect");
    private static final Phrases GREETINGS = WORDS.section("greetings");

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
        if (text.endsAsQuestion()) {
            return !text.hasNoWords();
        }
        var words = afterGreetings(text.words());
        return QUESTION_STARTS.startsWith(words)
                ? words.size() > 2 || of(text) != null
                : INDIRECT.isIn(words) && of(text) != null;
    }

    private static List<String> afterGreetings(List<String> words) {
        var at = 0;
        for (int greeting = GREETINGS.lengthAt(words, at, words.size());
                greeting > 0;
                greeting = GREETINGS.lengthAt(words, at, words.size())) {
            at += greeting;
        }
        return words.subList(at, words.size());
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
