package io.inkstream.conversation.understanding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number in words, in English or Spanish: "twenty five", "a hundred and fifty", "two and a half", "quinientos cincuenta".
 *
 * @param next the token after it
 */
record SpokenNumber(BigDecimal value, int next) {
    private static final Set<String> ONE = Set.of("a", "an", "un", "una");
    private static final Set<String> AND = Set.of("and", "y", "n");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int THOUSAND = 1_000;

    /** The number that begins at this token; null when none does. */
    static @Nullable SpokenNumber at(List<Token> tokens, int at) {
        var counted = counted(tokens, at);
        if (counted == null) {
            return null;
        }
        var next = counted.next();
        var isHalf = is(tokens, next, "and") && is(tokens, next + 1, "a") && is(tokens, next + 2, "half");
        var isMedio = is(tokens, next, "y") && (is(tokens, next + 1, "medio") || is(tokens, next + 1, "media"));
        if (isHalf || isMedio) {
            return new SpokenNumber(counted.value().add(HALF), next + (isHalf ? 3 : 2));
        }
        return counted;
    }

    private static @Nullable SpokenNumber counted(List<Token> tokens, int at) {
        long whole = 0;
        long group = 0;
        var next = at;
        var isNumber = false;
        while (next < tokens.size()) {
            var start = isNumber && (isAnd(tokens, next) || isHyphen(tokens, next)) ? next + 1 : next;
            var word = start < tokens.size() ? word(tokens, start) : "";
            var value = NumberWords.value(word);
            var scale = NumberWords.scale(word);
            if (value != null && fits(group, value)) {
                group += value;
            } else if (scale != null && (isNumber || (next == at && word.length() > 1))) {
                if (scale >= THOUSAND) {
                    whole += (group == 0 ? 1 : group) * scale;
                    group = 0;
                } else {
                    group = (group == 0 ? 1 : group) * scale;
                }
            } else if (isArticleOfScale(tokens, start, isNumber)) {
                next = start + 1;
                continue;
            } else {
                break;
            }
            isNumber = true;
            next = start + 1;
        }
        return isNumber ? new SpokenNumber(BigDecimal.valueOf(whole + group), next) : null;
    }

    /** Twenty takes a five, a hundred takes anything below it, five takes nothing. */
    private static boolean fits(long group, int value) {
        return group == 0 || (value < 10 && group % 10 == 0 && group % 100 >= 20) || (value < 100 && group % 100 == 0);
    }

    /** "a hundred", "a grand". */
    private static boolean isArticleOfScale(List<Token> tokens, int at, boolean isNumber) {
        return !isNumber
                && at + 1 < tokens.size()
                && ONE.contains(tokens.get(at).text())
                && NumberWords.scale(word(tokens, at + 1)) != null;
    }

    private static boolean isAnd(List<Token> tokens, int at) {
        return AND.contains(tokens.get(at).text())
                && at + 1 < tokens.size()
                && NumberWords.value(word(tokens, at + 1)) != null;
    }

    /** The hyphen of "twenty-five". */
    private static boolean isHyphen(List<Token> tokens, int at) {
        if (at + 1 >= tokens.size()
                || !tokens.get(at).is("-")
                || !tokens.get(at + 1).glued()) {
            return false;
        }
        var tens = NumberWords.value(tokens.get(at - 1).text());
        var ones = NumberWords.value(tokens.get(at + 1).text());
        return tens != null && ones != null && tens >= 20 && tens < 100 && ones < 10;
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private static String word(List<Token> tokens, int at) {
        var token = tokens.get(at);
        return token.kind() == Token.Kind.WORD ? Utterance.withoutAccents(token.text()) : "";
    }
}
