package io.inkstream.conversation.understanding;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as people write it: "2pm", "14.30", "17h", "half two", "noon".
 *
 * @param hour as written
 * @param half whether the half of the day is known: am, pm, or written in 24 hours
 * @param marked whether something shows that it is a time at all, and no other number
 * @param next the token after it
 */
record ClockTime(int hour, int minute, boolean half, boolean marked, int next) {
    private static final Set<Integer> MINUTES_AFTER_A_DOT = Set.of(0, 15, 30, 45);
    private static final int NOON = 12;
    private static final int HOURS = 24;

    /** Whether a clock that shows {@code time} may be meant: "at 5" is also 17:00. */
    boolean is(LocalTime time) {
        return time.getMinute() == minute
                && (time.getHour() == hour % HOURS || (!half && hour < NOON && time.getHour() == hour + NOON));
    }

    /** The time, where the half of the day is a guess: people come in the daytime. */
    LocalTime likely() {
        return LocalTime.of(!half && hour < 8 ? hour + NOON : hour % HOURS, minute);
    }

    /** The time that begins at this token; null when none does. A bare number is one too, but unmarked. */
    static @Nullable ClockTime at(List<Token> tokens, List<String> words, int at) {
        return switch (words.get(at)) {
            case "noon", "midday", "mediodia" -> new ClockTime(NOON, 0, true, true, at + 1);
            case "half", "quarter" -> spoken(tokens, words, at);
            default -> {
                var digits = digits(tokens, words, at);
                yield digits == null ? null : withHalf(tokens, words, digits);
            }
        };
    }

    /** "half two", "half past two", "quarter past four", "quarter to five". */
    private static @Nullable ClockTime spoken(List<Token> tokens, List<String> words, int at) {
        var isHalf = words.get(at).equals("half");
        var linked = at + 1 < words.size() && Set.of("past", "to").contains(words.get(at + 1));
        var hourAt = linked ? at + 2 : at + 1;
        if (hourAt >= words.size() || !(linked || isHalf)) {
            return null;
        }
        var hour = digits(tokens, words, hourAt);
        if (hour == null || hour.minute() != 0 || hour.hour() > NOON || hour.hour() == 0) {
            return null;
        }
        var isTo = linked && words.get(at + 1).equals("to");
        var minute = isHalf ? 30 : isTo ? 45 : 15;
        return withHalf(
                tokens, words, new ClockTime(isTo ? hour.hour() - 1 : hour.hour(), minute, false, true, hour.next()));
    }

    private static @Nullable ClockTime digits(List<Token> tokens, List<String> words, int at) {
        var word = words.get(at);
        if (tokens.get(at).kind() == Token.Kind.WORD) {
            var value = NumberWords.value(word);
            return value == null || value > NOON ? null : wordedMinutes(words, value, at);
        }
        if (!tokens.get(at).isNumber() || word.length() > 5) {
            return null;
        }
        var dot = Math.max(word.indexOf('.'), word.indexOf(','));
        if (dot > 0) {
            var minute = number(word.substring(dot + 1));
            var isTime =
                    word.length() - dot == 3 && (MINUTES_AFTER_A_DOT.contains(minute) || isHalfWord(words, at + 1));
            return isTime ? checked(number(word.substring(0, dot)), minute, true, at + 1) : null;
        }
        if (word.length() == 4 && at + 1 < words.size() && words.get(at + 1).startsWith("h")) {
            return checked(number(word.substring(0, 2)), number(word.substring(2)), true, at + 2);
        }
        return word.length() > 2 ? null : withMinutes(tokens, words, number(word), at);
    }

    private static @Nullable ClockTime withMinutes(List<Token> tokens, List<String> words, int hour, int at) {
        var isColon = isGlued(tokens, words, at + 1, ":");
        var isH = isGlued(tokens, words, at + 1, "h") || isGlued(tokens, words, at + 1, "hs");
        var hasMinutes = (isColon || isH)
                && at + 2 < tokens.size()
                && tokens.get(at + 2).isNumber()
                && tokens.get(at + 2).glued()
                && words.get(at + 2).length() == 2;
        if (hasMinutes) {
            return checked(hour, number(words.get(at + 2)), true, at + 3);
        }
        var time = checked(hour, 0, isH, isH ? at + 2 : at + 1);
        return time != null && isH ? new ClockTime(time.hour(), 0, hour > 7, true, time.next()) : time;
    }

    private static ClockTime wordedMinutes(List<String> words, int hour, int at) {
        var minutes = at + 1 < words.size() ? NumberWords.value(words.get(at + 1)) : null;
        return minutes != null && (minutes == 15 || minutes == 30)
                ? new ClockTime(hour, minutes, false, true, at + 2)
                : new ClockTime(hour, 0, false, false, at + 1);
    }

    private static @Nullable ClockTime checked(int hour, int minute, boolean marked, int next) {
        var isClock = hour >= 0 && hour <= HOURS && minute >= 0 && minute < 60;
        return isClock ? new ClockTime(hour, minute, hour > NOON || hour == 0, marked, next) : null;
    }

    private static ClockTime withHalf(List<Token> tokens, List<String> words, ClockTime time) {
        var next = time.next();
        if (next < words.size() && words.get(next).equals("oclock")) {
            return withHalf(tokens, words, new ClockTime(time.hour(), time.minute(), time.half(), true, next + 1));
        }
        if (!isHalfWord(words, next) || time.hour() > NOON) {
            return time;
        }
        var hour = time.hour() % NOON + (words.get(next).startsWith("p") ? NOON : 0);
        var isDotted = words.get(next).length() == 1;
        var end = isDotted ? next + 3 : next + 1;
        return new ClockTime(hour, time.minute(), true, true, Math.min(end, words.size()));
    }

    /** "am", "pm", "a.m.", "p.m.". */
    private static boolean isHalfWord(List<String> words, int at) {
        if (at >= words.size()) {
            return false;
        }
        var word = words.get(at);
        return word.equals("am")
                || word.equals("pm")
                || ((word.equals("a") || word.equals("p"))
                        && at + 2 < words.size()
                        && words.get(at + 1).equals(".")
                        && words.get(at + 2).equals("m"));
    }

    private static boolean isGlued(List<Token> tokens, List<String> words, int at, String mark) {
        return at < tokens.size() && tokens.get(at).glued() && words.get(at).equals(mark);
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }
}
