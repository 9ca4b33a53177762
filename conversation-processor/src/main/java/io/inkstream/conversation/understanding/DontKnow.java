package io.inkstream.conversation.understanding;

/** The honest "I don't know". */
final class DontKnow {
    private static final Phrases PHRASES = Phrases.of(
            "not sure",
            "unsure",
            "dont know",
            "do not know",
            "dont really know",
            "no idea",
            "no clue",
            "idk",
            "dunno",
            "you tell me",
            "you decide",
            "up to you",
            "what do you think",
            "whatever you think",
            "havent decided",
            "no preference",
            "no se",
            "ni idea",
            "no estoy seguro",
            "no estoy segura",
            "tu decides",
            "lo que tu digas");

    private DontKnow() {}

    static boolean isSaidIn(Utterance text) {
        return PHRASES.isIn(text.words());
    }

    static <T> Reading<T> reading(Utterance text) {
        var span = PHRASES.firstIn(text.words());
        return new Reading.Unsure<>("dont-know", span == null ? "" : span);
    }
}
