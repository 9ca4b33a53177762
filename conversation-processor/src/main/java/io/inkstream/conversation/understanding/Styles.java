package io.inkstream.conversation.understanding;

/** Names of tattoo styles. */
public final class Styles {
    private static final PhraseFile WORDS = PhraseFile.read("styles");
    private static final Phrases NAMES = WORDS.section("names");

    private Styles() {}

    public static boolean isNamedIn(Utterance text) {
        return NAMES.isIn(text.words());
    }
}
