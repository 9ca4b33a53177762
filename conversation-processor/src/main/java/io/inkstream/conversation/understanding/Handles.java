package io.inkstream.conversation.understanding;

import org.jspecify.annotations.Nullable;

/** Reads an Instagram name: "@jane_1990", "insta: jane.ink", a profile link. Kept without the @. */
public final class Handles {
    private static final PhraseFile WORDS = PhraseFile.read("handles");
    private static final Phrases NOT_A_NAME = WORDS.section("not-a-name");
    private static final Phrases NONE_PHRASES = WORDS.section("none-phrases");
    private static final String PROFILE_HOST = "instagram.com/";
    private static final int LENGTH_MAX = 30;

    private Handles() {}

    /** Understood with an empty value: the client has none. */
    public static Reading<String> read(Utterance text) {
        var marked = mentionedIn(text);
        if (marked != null) {
            return Reading.understood(withoutAt(marked), "handle.at", marked);
        }
        if (NONE_PHRASES.startsWith(text.words())) {
            return Reading.understood("", "handle.none", text.clean());
        }
        var linked = linked(text.clean());
        if (linked != null) {
            return Reading.understood(linked, "handle.link", linked);
        }
        var bare = bare(text);
        return bare == null ? Reading.notUnderstood("no-handle") : Reading.understood(bare, "handle.bare", bare);
    }

    /** An @name anywhere in the text, with its @. */
    public static @Nullable String mentionedIn(Utterance text) {
        var clean = text.clean();
        for (int at = clean.indexOf('@'); at >= 0; at = clean.indexOf('@', at + 1)) {
            var start = at + 1;
            while (start < clean.length() && clean.charAt(start) == ' ') {
                start++;
            }
            var end = endOfName(clean, start);
            var isAddress = at > 0 && isNamePart(clean.charAt(at - 1));
            if (end > start && !isAddress) {
                return "@" + clean.substring(start, end);
            }
        }
        return null;
    }

    private static @Nullable String linked(String clean) {
        var at = clean.indexOf(PROFILE_HOST);
        if (at < 0) {
            return null;
        }
        var start = at + PROFILE_HOST.length();
        var end = endOfName(clean, start);
        return end > start ? clean.substring(start, end) : null;
    }

    /** The one word that is left when the talk around it is removed. */
    private static @Nullable String bare(Utterance text) {
        String found = null;
        for (var piece : text.clean().split("[\\s:,]+", 12)) {
            var word = Utterance.withoutAccents(piece)
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace("'", "");
            if (word.isEmpty() || NOT_A_NAME.isAll(java.util.List.of(word))) {
                continue;
            }
            var end = endOfName(piece, 0);
            if (found != null || end != piece.length()) {
                return null;
            }
            found = piece;
        }
        return found;
    }

    private static int endOfName(String text, int start) {
        var end = start;
        while (end < text.length() && end - start < LENGTH_MAX && isNamePart(text.charAt(end))) {
            end++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        return end;
    }

    private static boolean isNamePart(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '_' || c == '.';
    }

    private static String withoutAt(String handle) {
        return handle.substring(1);
    }
}
