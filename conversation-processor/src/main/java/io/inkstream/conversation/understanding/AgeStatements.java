package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the figures of a text that may be ages, in digits or words; {@link AgeContext} judges each. */
final class AgeStatements {
    private static final int YEARS_MIN = 3;
    private static final int YEARS_MAX = 110;

    private static final PhraseFile WORDS = PhraseFile.read("age");
    private static final Phrases UNIT = WORDS.section("unit");
    private static final Phrases BARE_YEARS = WORDS.section("bare-years");
    private static final Phrases NOT_AFTER_YEARS = WORDS.section("not-after-years");
    private static final Phrases COUNTED_THINGS = WORDS.section("counted-things");
    private static final Phrases SOON_AFTER = WORDS.section("soon-after");
    private static final Phrases AGED_THINGS = WORDS.section("aged-things");
    private static final Phrases NO_PLURALS = WORDS.section("no-plurals");

    private AgeStatements() {}

    /** @param isQuestion the whole text asks something */
    static List<AgeStatement> in(List<String> words, boolean isQuestion) {
        var found = new ArrayList<AgeStatement>();
        for (int at = 0; at < words.size(); at++) {
            var statement = at(words, at, isQuestion);
            if (statement != null) {
                found.add(statement);
                at = statement.next() - 1;
            }
        }
        return found;
    }

    private static @Nullable AgeStatement at(List<String> words, int at, boolean isQuestion) {
        var years = years(words.get(at));
        if (years < 0) {
            return null;
        }
        var next = at + 1;
        var ones = next < words.size() ? units(words, next, years) : 0;
        if (ones > 0) {
            years += ones;
            next += words.get(next).equals("y") ? 2 : 1;
        }
        next += isHalf(words, next) ? 3 : 0;
        if (years < YEARS_MIN || years > YEARS_MAX) {
            return null;
        }
        var unit = unitAt(words, next);
        if (unit < 0 || (unit == 0 && countsSomething(words, next))) {
            return null;
        }
        return new AgeContext(words, at, next, next + unit, isQuestion).statement(years);
    }

    private static boolean isHalf(List<String> words, int at) {
        return at + 2 < words.size()
                && words.get(at).equals("1")
                && words.get(at + 1).equals("/")
                && words.get(at + 2).equals("2");
    }

    /** Whole years: 17 of "17", "17.5" and "seventeen"; -1 for what is no age. */
    private static int years(String word) {
        if (word.length() == 4 && (word.endsWith(".5") || word.endsWith(",5"))) {
            return years(word.substring(0, 2));
        }
        if (word.length() > 3 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            var spoken = NumberWords.value(word);
            return spoken == null ? -1 : spoken;
        }
        return Integer.parseInt(word);
    }

    /** The two of "thirty two" and "treinta y dos". */
    private static int units(List<String> words, int at, int tens) {
        if (tens < 20 || tens % 10 != 0) {
            return 0;
        }
        var start = words.get(at).equals("y") && at + 1 < words.size() ? at + 1 : at;
        var value = NumberWords.value(words.get(start));
        return value == null || value > 9 ? 0 : value;
    }

    /** Length of "years old" and the like; -1 when the years are those of a thing or a time. */
    private static int unitAt(List<String> words, int at) {
        var unit = UNIT.lengthAt(words, at, words.size());
        if (unit == 0) {
            unit = BARE_YEARS.lengthAt(words, at, words.size());
            if (unit > 0 && NOT_AFTER_YEARS.lengthAt(words, at + unit, words.size()) > 0) {
                return -1;
            }
        }
        return unit > 0 && AGED_THINGS.lengthAt(words, at + unit, words.size()) > 0 ? -1 : unit;
    }

    /** "16 roses", "17 cm", "10 minutes", "18%". */
    static boolean countsSomething(List<String> words, int at) {
        if (at >= words.size() || Clauses.isMark(words.get(at))) {
            return false;
        }
        var word = words.get(at);
        if (SOON_AFTER.lengthAt(words, at, words.size()) > 0) {
            return false; // "18 in June"
        }
        return COUNTED_THINGS.lengthAt(words, at, words.size()) > 0
                || Character.isDigit(word.charAt(0))
                || (word.length() > 3 && word.endsWith("s") && NO_PLURALS.lengthAt(words, at, words.size()) == 0);
    }
}
