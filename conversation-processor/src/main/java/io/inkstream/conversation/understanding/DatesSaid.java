package io.inkstream.conversation.understanding;

import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds dates and months: "the 16th", "16 June", "16/6", "el 16 de junio", "in June". */
final class DatesSaid {
    private static final Set<String> SUFFIXES = Set.of("st", "nd", "rd", "th");
    private static final Set<String> OF = Set.of("of", "de");
    private static final Set<String> IN = Set.of("in", "en", "of", "next");
    private static final Set<String> SLASHES = Set.of("/", "-");
    private static final Set<String> THE = Set.of("the");
    private static final Set<String> NAMES_A_DAY = Set.of("the", "el", "dia");
    private static final Set<String> NAMES_AN_OPTION = Set.of("one", "option", "slot", "choice", "time");
    private static final int DAYS_MAX = 31;

    private final TimeWords words;
    private final List<LocalDateTime> slots;
    private final WhenSaid said;

    DatesSaid(TimeWords words, List<LocalDateTime> slots, WhenSaid said) {
        this.words = words;
        this.slots = slots;
        this.said = said;
    }

    void find() {
        for (int at = 0; at < words.size(); at++) {
            if (!words.isUsed(at) && words.isNumber(at)) {
                date(at);
            }
        }
        for (int at = 1; at < words.size(); at++) {
            var month = words.month(at);
            if (month != null && !words.isUsed(at) && words.is(at - 1, IN)) {
                words.use(at - 1, at + 1);
                said.within(date -> date.getMonth() == month);
            }
        }
    }

    private void date(int at) {
        var day = number(words.word(at));
        var suffixed = words.isGlued(at + 1) && words.is(at + 1, SUFFIXES);
        var end = suffixed ? at + 2 : at + 1;
        var month = monthBeside(at, end);
        if (day >= 1 && day <= DAYS_MAX && month != null) {
            var linked = words.is(end, OF);
            var isAfter = words.month(linked ? end + 1 : end) != null;
            words.use(isAfter ? at : at - 1, isAfter ? (linked ? end + 2 : end + 1) : end);
            said.onDate(date -> date.getDayOfMonth() == day && date.getMonth() == month);
        } else if (!slashed(at) && day >= 1 && day <= DAYS_MAX) {
            dayOfMonth(at, end, day, suffixed);
        }
    }

    private @Nullable Month monthBeside(int at, int end) {
        var after = words.month(words.is(end, OF) ? end + 1 : end);
        return after != null ? after : at > 0 && !words.isUsed(at - 1) ? words.month(at - 1) : null;
    }

    /** "16/6", "16.06", "16-6-2026"; the American order where ours is no date. */
    private boolean slashed(int at) {
        var dotted = words.word(at).split("[.]", -1);
        if (dotted.length >= 2) {
            return monthNumber(number(dotted[0]), number(dotted[1]), at, at + 1);
        }
        var isJoined =
                words.is(at + 1, SLASHES) && words.isGlued(at + 1) && words.isGlued(at + 2) && words.isNumber(at + 2);
        return isJoined && monthNumber(number(words.word(at)), number(words.word(at + 2)), at, at + 3);
    }

    private boolean monthNumber(int first, int second, int at, int end) {
        for (var slot : slots) {
            var day = slot.getDayOfMonth();
            var month = slot.getMonthValue();
            if ((day == first && month == second) || (day == second && month == first)) {
                words.use(at, end);
                said.onDate(date -> date.getDayOfMonth() == day && date.getMonthValue() == month);
                return true;
            }
        }
        return false;
    }

    /** "The 16th", "Tuesday 16"; where it may as well be the number of an option, the client is asked. */
    private void dayOfMonth(int at, int end, int day, boolean suffixed) {
        var isOffered = slots.stream().anyMatch(slot -> slot.getDayOfMonth() == day);
        var isOption = day <= slots.size();
        var saysOption = words.is(end, NAMES_AN_OPTION);
        var isNamed = suffixed || words.is(at - 1, NAMES_A_DAY);
        var isAlone = words.size() == 1 && !isOption;
        var isMeant = (isBesideWeekday(at, end) && fitsWeekday(day)) || (isNamed && !isOption) || isAlone;
        if ((isOffered && !saysOption && isMeant) || (suffixed && !isOption)) {
            words.use(at, end);
            said.onDate(date -> date.getDayOfMonth() == day);
        } else if (isOffered && suffixed && !saysOption) {
            words.use(at, end);
            said.likeAnOption();
        }
    }

    private boolean isBesideWeekday(int at, int end) {
        return words.weekday(at - 1) != null
                || (words.is(at - 1, THE) && words.weekday(at - 2) != null)
                || words.weekday(end) != null;
    }

    private boolean fitsWeekday(int day) {
        return slots.stream()
                .anyMatch(slot -> slot.getDayOfMonth() == day
                        && said.isOn(slot.toLocalDate().getDayOfWeek()));
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }
}
