package io.inkstream.conversation.understanding;

import org.jspecify.annotations.Nullable;

/** Tells the language of a first message, when two function words of one language agree. */
public final class Language {
    private static final PhraseFile WORDS = PhraseFile.read("language");
    private static final Phrases SPANISH = WORDS.section("spanish");
    private static final Phrases ENGLISH = WORDS.section("english");
    private static final Phrases OTHER = WORDS.section("other");
    private static final int AGREEING_MIN = 2;

    private Language() {}

    private static final int SENTENCE_WORDS = 3;

    /** As {@link #of}, for a message in the middle of a talk: "la la land" is an idea, and no Spanish. */
    public static @Nullable String ofLonger(Utterance text) {
        var distinct = text.words().stream().distinct().count();
        return distinct < SENTENCE_WORDS ? null : of(text);
    }

    /**
     * {@code es} or {@code en-GB}; null when the text does not say, or when more of it is another language: French
     * shares its small words with Spanish.
     */
    public static @Nullable String of(Utterance text) {
        var spanish = 0;
        var english = 0;
        var other = 0;
        for (int at = 0; at < text.words().size(); at++) {
            spanish += SPANISH.lengthAt(text.words(), at, at + 1);
            english += ENGLISH.lengthAt(text.words(), at, at + 1);
            other += OTHER.lengthAt(text.words(), at, at + 1);
        }
        if (other > Math.max(spanish, english)) {
            return null;
        }
        if (spanish >= AGREEING_MIN && spanish > english) {
            return "es";
        }
        return english >= AGREEING_MIN && english > spanish ? "en-GB" : null;
    }
}
