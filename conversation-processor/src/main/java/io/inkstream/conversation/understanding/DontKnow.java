package io.inkstream.conversation.understanding;

/** The honest "I don't know". */
final class DontKnow {
    private static final PhraseFile WORDS = PhraseFile.read("dontknow");
    private static final Phrases PHRASES = WORDS.section("phrases");

    private DontKnow() {}

    static boolean isSaidIn(Utterance text) {
        return PHRASES.isIn(text.words());
    }

    static <T> Reading<T> reading(Utterance text) {
        var span = PHRASES.firstIn(text.words());
        return new Reading.Unsure<>("dont-know", span == null ? "" : span);
    }
}
