package io.inkstream.conversation.understanding;

import java.util.LinkedHashSet;
import java.util.Set;

/** What somebody may have meant who got one letter of a name wrong: left out, added, mistaken, or swapped with its neighbour. */
final class OneLetterTypos {
    /** Shorter names have too many neighbours. */
    static final int LETTERS_MIN = 6;

    /** A slip behind so many letters leaves them as they are, so that names can be looked up by their beginning. */
    static final int EARLY = 3;

    private static final int LETTERS_MAX = 40;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz ";

    private OneLetterTypos() {}

    /** Whether it has the length of a name with a slip. */
    static boolean mayBeOne(String written) {
        return written.length() >= LETTERS_MIN - 1 && written.length() <= LETTERS_MAX;
    }

    /** Whether the two differ in one letter, or in the order of two, and the meant one is long enough. */
    static boolean isOne(String written, String meant) {
        var longer = meant.length() - written.length();
        if (!mayBeOne(written) || meant.length() < LETTERS_MIN || Math.abs(longer) > 1) {
            return false;
        }
        var at = 0;
        while (at < written.length() && at < meant.length() && written.charAt(at) == meant.charAt(at)) {
            at++;
        }
        return switch (longer) {
            case 1 -> endsAlike(written, at, meant, at + 1);
            case -1 -> endsAlike(written, at + 1, meant, at);
            default ->
                at < meant.length() && (endsAlike(written, at + 1, meant, at + 1) || isSwapped(written, meant, at));
        };
    }

    private static boolean endsAlike(String written, int from, String meant, int meantFrom) {
        return written.length() - from == meant.length() - meantFrom
                && written.regionMatches(from, meant, meantFrom, written.length() - from);
    }

    private static boolean isSwapped(String written, String meant, int at) {
        return at + 1 < written.length()
                && written.charAt(at) == meant.charAt(at + 1)
                && written.charAt(at + 1) == meant.charAt(at)
                && endsAlike(written, at + 2, meant, at + 2);
    }

    /** The spellings meant by one who slipped in the first letters. */
    static Set<String> early(String written) {
        var meant = new LinkedHashSet<String>();
        var letters = new StringBuilder(written);
        for (int at = 0; at < EARLY; at++) {
            added(meant, letters, at);
            mistaken(meant, letters, at);
            leftOut(meant, letters, at);
        }
        meant.remove(written);
        return meant;
    }

    /** A letter is missing here. */
    private static void added(Set<String> meant, StringBuilder letters, int at) {
        for (int i = 0; i < ALPHABET.length(); i++) {
            letters.insert(at, ALPHABET.charAt(i));
            keep(meant, letters);
            letters.deleteCharAt(at);
        }
    }

    private static void mistaken(Set<String> meant, StringBuilder letters, int at) {
        var written = letters.charAt(at);
        for (int i = 0; i < ALPHABET.length(); i++) {
            letters.setCharAt(at, ALPHABET.charAt(i));
            keep(meant, letters);
        }
        letters.setCharAt(at, written);
        if (at + 1 < letters.length()) {
            var next = letters.charAt(at + 1);
            letters.setCharAt(at, next);
            letters.setCharAt(at + 1, written);
            keep(meant, letters);
            letters.setCharAt(at, written);
            letters.setCharAt(at + 1, next);
        }
    }

    private static void leftOut(Set<String> meant, StringBuilder letters, int at) {
        var written = letters.charAt(at);
        letters.deleteCharAt(at);
        keep(meant, letters);
        letters.insert(at, written);
    }

    private static void keep(Set<String> meant, StringBuilder letters) {
        if (letters.length() >= LETTERS_MIN) {
            meant.add(letters.toString());
        }
    }
}
