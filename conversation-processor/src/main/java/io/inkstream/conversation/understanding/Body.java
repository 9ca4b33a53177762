package io.inkstream.conversation.understanding;

/** Names of places on the body. */
public final class Body {
    private static final PhraseFile WORDS = PhraseFile.read("body");
    private static final Phrases NAMES = WORDS.section("names");

    private Body() {}

    public static boolean isNamedIn(Utterance text) {
        return NAMES.isIn(text.words());
    }
}
