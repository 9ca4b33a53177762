package io.inkstream.conversation.understanding;

/** The honest "I don't know". */
final class DontKnow {
    private static final PhraseFile WORDS = PhraseFile.read("dontknow");
    private static final Phrases PHRASES = WORDS.section("phrases");

    private static final Phrases NO_IDEA_YET = WORDS.section("no-idea-yet");

    private DontKnow() {}

    /** Nothing else is said. */
    static boolean isAllOf(Utterance text) {
        return NO_IDEA_YET.isAll(text.words());
    }

    static boolean isSaidIn(Utterance text) {
        return PHRASES.isIn(text.words());
    }

    static <T> Reading<T> reading(Utterance text) {
        var span = PHRASES.firstIn(text.words());
        return new Reading.Unsure<>("dont-know", span == null ? "" : span);
    }
}
