package io.inkstream.conversation.understanding;

import java.util.LinkedHashSet;
import java.util.Set;

/** What somebody may have meant who got one letter of a name wrong: left out, added, mistaken, or swapped with its neighbour. */
final class OneLetterTypos {
    /** Shorter names have too many neighbours. */
    static final int LETTERS_MIN = 6;

    private static final int LETTERS_MAX = 40;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz ";

    private OneLetterTypos() {}

    /** Every spelling of at least six letters at a Damerau distance of one. */
    static Set<String> of(String written) {
        var meant = new LinkedHashSet<String>();
        if (written.length() < LETTERS_MIN - 1 || written.length() > LETTERS_MAX) {
            return meant;
        }
        var letters = new StringBuilder(written);
        for (int i = 0; i <= written.length(); i++) {
            added(meant, letters, i);
            if (i < written.length()) {
                mistaken(meant, letters, i);
                leftOut(meant, letters, i);
            }
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
