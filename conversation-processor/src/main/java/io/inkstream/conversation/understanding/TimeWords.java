package io.inkstream.conversation.understanding;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a message while days, dates and times are looked for in them: each word is part of one of these at most. */
final class TimeWords {
    private static final PhraseFile WORDS = PhraseFile.read("whensaid");
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Phrases NEGATION = WORDS.section("negation");
    private static final Phrases NEGATION_AFTER = WORDS.section("negation-after");
    private static final Set<String> LISTS = Set.of("or", "and", "o", "y");

    /** "Anything but Friday"; in "not Monday but Friday" it says the opposite. */
    private static final Set<String> ANY_BUT =
            Set.of("anything", "any", "all", "everything", "day", "anytime", "time", "ever");

    private static final int NEGATION_REACH = 3;

    static {
        for (var day : DayOfWeek.values()) {
            WORDS.words(nameOf(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                    .forEach(w -> WEEKDAYS.put(w, day));
        }
        for (var month : Month.values()) {
            WORDS.words(nameOf(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                    .forEach(w -> MONTHS.put(w, month));
        }
    }

    private final List<Token> tokens;
    private final List<String> words;
    private final boolean[] used;

    /** @param words the tokens' texts, without accents and apostrophes */
    TimeWords(List<Token> tokens, List<String> words) {
        this.tokens = tokens;
        this.words = words;
        this.used = new boolean[tokens.size()];
    }

    private static String nameOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    List<Token> tokens() {
        return tokens;
    }

    List<String> words() {
        return words;
    }

    int size() {
        return words.size();
    }

    String word(int at) {
        return words.get(at);
    }

    /** Whether one of the words stands here; false outside the message. */
    boolean is(int at, Set<String> any) {
        return at >= 0 && at < words.size() && any.contains(words.get(at));
    }

    @Nullable
    DayOfWeek weekday(int at) {
        return at >= 0 && at < words.size() ? WEEKDAYS.get(words.get(at)) : null;
    }

    @Nullable
    Month month(int at) {
        return at >= 0 && at < words.size() ? MONTHS.get(words.get(at)) : null;
    }

    boolean isNumber(int at) {
        return tokens.get(at).isNumber();
    }

    /** Nothing stands between this token and the one before. */
    boolean isGlued(int at) {
        return at < tokens.size() && tokens.get(at).glued();
    }

    void use(int from, int to) {
        for (int at = from; at < to && at < used.length; at++) {
            used[at] = true;
        }
    }

    boolean isUsed(int at) {
        return used[at];
    }

    boolean isFree(int from, int to) {
        for (int at = from; at < to; at++) {
            if (used[at]) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the phrases ends just before this word. */
    boolean isAfter(Phrases phrases, int at) {
        return phrases.lengthBefore(words, at) > 0;
    }

    /** "I can't do Monday", "Mondays are no good". */
    boolean isNegated(int at) {
        return isNegatedBefore(at) || isNegatedAfter(at);
    }

    private boolean isNegatedBefore(int at) {
        for (int before = at - 1; before >= Math.max(0, at - NEGATION_REACH); before--) {
            if ((weekday(before) != null && !isList(before, at))
                    || words.get(before).equals(",")) {
                return false;
            }
            if (words.get(before).equals("but")) {
                return before > 0 && ANY_BUT.contains(words.get(before - 1));
            }
            if (NEGATION.lengthAt(words, before, before + 1) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isNegatedAfter(int at) {
        for (int after = at + 1; after < Math.min(words.size(), at + 1 + NEGATION_REACH); after++) {
            if (weekday(after) != null || words.get(after).equals(",") || isNumber(after)) {
                return false;
            }
            if (NEGATION_AFTER.lengthAt(words, after, words.size()) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isList(int before, int at) {
        return at - before == 2 && LISTS.contains(words.get(before + 1));
    }
}
