package io.inkstream.conversation.understanding;

/** Recognises that a client with open business speaks of a piece beside it. */
public final class AnotherPiece {
    private static final PhraseFile WORDS = PhraseFile.read("anotherpiece");
    private static final Phrases ANOTHER = WORDS.section("another");
    private static final Phrases WISHES = WORDS.section("wishes");
    private static final Phrases TATTOO = WORDS.section("tattoo");
    private static final Phrases ABOUT_THE_OPEN_ONE = WORDS.section("about-the-open-one");
    private static final Phrases NEGATION = WORDS.section("negation");
    private static final Phrases NEW = WORDS.section("new");
    private static final Phrases OPEN_ONE = WORDS.section("open-one");
    private static final int CONTENT_WORDS_MIN = 2;

    private AnotherPiece() {}

    /** "I'd like another tattoo": says so itself. */
    public static boolean isNamed(Utterance text) {
        return ANOTHER.isIn(text.words()) && !NEGATION.isIn(text.words());
    }

    /** "I'd like a rose on my ankle": describes a piece, and none that is under way. */
    public static boolean isDescribed(Utterance text) {
        var words = text.words();
        return WISHES.isIn(words)
                && !NEGATION.isIn(words)
                && !ABOUT_THE_OPEN_ONE.isIn(words)
                && (TATTOO.isIn(words) || Body.isNamedIn(text) || Styles.isNamedIn(text))
                && Subject.contentWords(text).size() >= CONTENT_WORDS_MIN;
    }

    /** The answer "the new one" to which of the two it is about. */
    public static boolean isNew(Utterance text) {
        return NEW.isAll(text.words());
    }

    /** The answer "my booking". */
    public static boolean isTheOpenOne(Utterance text) {
        return OPEN_ONE.isAll(text.words());
    }
}
