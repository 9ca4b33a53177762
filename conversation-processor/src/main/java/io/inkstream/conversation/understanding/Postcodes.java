package io.inkstream.conversation.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a British postcode: a whole one anywhere ("SW1A 1AA"), or its first half alone ("E8"). */
final class Postcodes {
    private static final int OUTWARD_MAX = 4;
    private static final int INWARD_LENGTH = 3;

    private Postcodes() {}

    /** The city that the postcode belongs to; null when the text has none. */
    static Gazetteer.@Nullable City cityIn(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            var isWhole = at + 1 < words.size() && isInward(words.get(at + 1));
            if (isOutward(word) && (isWhole || words.size() == 1)) {
                return city(word);
            }
            var split = word.length() - INWARD_LENGTH;
            if (split >= 2 && isInward(word.substring(split)) && isOutward(word.substring(0, split))) {
                return city(word.substring(0, split));
            }
        }
        return null;
    }

    private static Gazetteer.@Nullable City city(String outward) {
        return Gazetteer.WORLD.cityOfPostcodeArea(outward.substring(0, letters(outward)));
    }

    private static int letters(String outward) {
        return outward.length() > 1 && isLetter(outward.charAt(1)) ? 2 : 1;
    }

    /** One or two letters, a digit, perhaps another digit or letter: M1, SW1A. */
    private static boolean isOutward(String word) {
        if (word.length() < 2 || word.length() > OUTWARD_MAX || !isLetter(word.charAt(0))) {
            return false;
        }
        var digits = letters(word);
        var rest = word.length() - digits;
        return rest >= 1
                && rest <= 2
                && isDigit(word.charAt(digits))
                && (rest == 1 || isDigit(word.charAt(digits + 1)) || isLetter(word.charAt(digits + 1)));
    }

    private static boolean isInward(String word) {
        return word.length() == INWARD_LENGTH
                && isDigit(word.charAt(0))
                && isLetter(word.charAt(1))
                && isLetter(word.charAt(2));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
