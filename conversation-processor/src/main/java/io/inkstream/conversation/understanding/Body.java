package io.inkstream.conversation.understanding;

import org.jspecify.annotations.Nullable;

/** Names of places on the body. */
public final class Body {
    private static final PhraseFile WORDS = PhraseFile.read("body");
    private static final Phrases NAMES = WORDS.section("names");

    private static final Phrases ON = WORDS.section("on");
    private static final Phrases BEFORE = WORDS.section("before");

    private Body() {}

    /** "on my left forearm": where a sentence says that the piece goes; null when it does not say. */
    public static @Nullable String placeSaidIn(Utterance text) {
        var words = text.words();
        for (int at = 0; at < words.size(); at++) {
            var length = NAMES.lengthAt(words, at, words.size());
            var start = at;
            while (length > 0 && start > 0 && BEFORE.isAll(words.subList(start - 1, start))) {
                start--;
            }
            if (start < at && ON.isAll(words.subList(start, start + 1))) {
                return String.join(" ", words.subList(start, at + length));
            }
        }
        return null;
    }

    public static boolean isNamedIn(Utterance text) {
        return NAMES.isIn(text.words());
    }
}
