package io.inkstream.conversation.understanding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a message says of days and times, as conditions on a slot: "Friday after 2", "the 16th", "tomorrow morning". */
final class WhenSaid {
    private static final PhraseFile WORDS = PhraseFile.read("whensaid");
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Phrases AT = WORDS.section("at");
    private static final Phrases AFTER = WORDS.section("after");
    private static final Phrases BEFORE = WORDS.section("before");
    private static final Phrases RANGE = WORDS.section("range");
    private static final Phrases NEGATION = WORDS.section("negation");
    private static final Phrases NEGATION_AFTER = WORDS.section("negation-after");
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

    /** A part of the day; {@code to} is exclusive. */
    private record Daypart(Phrases phrases, int from, int to) {
        boolean holds(LocalTime time) {
            return time.getHour() >= from && time.getHour() < to;
        }
    }

    private static final List<Daypart> DAYPARTS = List.of(
            new Daypart(WORDS.section("morning"), 0, 12),
            new Daypart(WORDS.section("lunchtime"), 12, 14),
            new Daypart(WORDS.section("afternoon"), 12, 17),
            new Daypart(WORDS.section("tarde"), 12, 21),
            new Daypart(WORDS.section("evening"), 17, 21),
            new Daypart(WORDS.section("night"), 18, 24));

    private final List<Token> tokens;
    private final List<String> words;
    private final LocalDate today;
    private final List<LocalDateTime> slots;
    private final boolean[] used;

    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private final Set<DayOfWeek> notDays = EnumSet.noneOf(DayOfWeek.class);
    private final List<Predicate<LocalDate>> dates = new ArrayList<>();
    private final List<Predicate<LocalDate>> ranges = new ArrayList<>();
    private final List<ClockTime> times = new ArrayList<>();
    private final List<Daypart> dayparts = new ArrayList<>();
    private final List<Predicate<LocalTime>> limits = new ArrayList<>();
    private boolean isLikeAnOption;

    private WhenSaid(List<Token> tokens, List<String> words, LocalDate today, List<LocalDateTime> slots) {
        this.tokens = tokens;
        this.words = words;
        this.today = today;
        this.slots = slots;
        this.used = new boolean[tokens.size()];
    }

    /** @param words the tokens' texts, without accents and apostrophes */
    static WhenSaid in(List<Token> tokens, List<String> words, LocalDate today, List<LocalDateTime> slots) {
        var said = new WhenSaid(tokens, words, today, slots);
        said.findDays();
        said.findDates();
        said.findTimes();
        said.findDayparts();
        return said;
    }

    private static String nameOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    // --- what it means for a slot

    boolean fits(LocalDateTime slot) {
        var date = slot.toLocalDate();
        var time = slot.toLocalTime();
        return (days.isEmpty() || days.contains(date.getDayOfWeek()))
                && !notDays.contains(date.getDayOfWeek())
                && (dates.isEmpty() || dates.stream().anyMatch(d -> d.test(date)))
                && ranges.stream().allMatch(range -> range.test(date))
                && (times.isEmpty() || times.stream().anyMatch(clock -> clock.is(time)))
                && (dayparts.isEmpty() || dayparts.stream().anyMatch(part -> part.holds(time)))
                && limits.stream().allMatch(limit -> limit.test(time));
    }

    /** Whether a slot that ends at this time lies within the named part of the day; false when none was named. */
    boolean endsIn(LocalTime end) {
        return dayparts.stream().anyMatch(part -> !end.isAfter(LocalTime.of(Math.min(part.to(), 23), 0)));
    }

    boolean saysWhen() {
        return saysDay() || !times.isEmpty() || !dayparts.isEmpty() || !limits.isEmpty();
    }

    boolean saysDay() {
        return !days.isEmpty() || saysDate();
    }

    boolean saysDate() {
        return !dates.isEmpty() || !ranges.isEmpty();
    }

    boolean saysTime() {
        return !times.isEmpty();
    }

    /** Only what does not suit: "I can't do Monday". */
    boolean saysWhenNot() {
        return !notDays.isEmpty();
    }

    /** "the 2nd", where the second slot and a slot on the second of the month are two things. */
    boolean isLikeAnOption() {
        return isLikeAnOption;
    }

    /** Whether this token was part of a day or a time. */
    boolean isUsed(int token) {
        return used[token];
    }

    // --- days

    private void findDays() {
        for (int at = 0; at < words.size(); at++) {
            var day = WEEKDAYS.get(words.get(at));
            if (day != null) {
                use(at, at + 1);
                if (isNegated(at)) {
                    notDays.add(day);
                } else {
                    days.add(day);
                    nextWeekday(at);
                }
            }
        }
        relative("day after tomorrow", date -> date.equals(today.plusDays(2)));
        relative("pasado manana", date -> date.equals(today.plusDays(2)));
        relative("tomorrow", date -> date.equals(today.plusDays(1)));
        relative("tmrw", date -> date.equals(today.plusDays(1)));
        relative("today", date -> date.equals(today));
        relative("tonight", date -> date.equals(today));
        relative("hoy", date -> date.equals(today));
        relative("this week", date -> !date.isAfter(sunday(today)));
        relative("next week", this::isNextWeek);
        relative("following week", this::isNextWeek);
        relative("week after next", date -> date.isAfter(sunday(today).plusWeeks(1)));
        relative("proxima semana", this::isNextWeek);
        relative("semana que viene", this::isNextWeek);
        relative("esta semana", date -> !date.isAfter(sunday(today)));
        relative("next month", date -> date.getMonth() == today.plusMonths(1).getMonth());
        relative("this month", date -> date.getMonth() == today.getMonth());
        weekend();
        spanishTomorrow();
    }

    /** "next Tuesday" excludes today, and is the coming one or the one after: when both are offered, both fit. */
    private void nextWeekday(int at) {
        if (at > 0 && Set.of("next", "this", "coming", "proximo", "este").contains(words.get(at - 1))) {
            var isThis = !words.get(at - 1).equals("next") && !words.get(at - 1).equals("proximo");
            use(at - 1, at);
            ranges.add(date -> date.isAfter(today) && date.isBefore(today.plusDays(isThis ? 8 : 15)));
        }
    }

    private static LocalDate sunday(LocalDate date) {
        return date.plusDays(DayOfWeek.SUNDAY.getValue() - date.getDayOfWeek().getValue());
    }

    /** On a Sunday some people's next week begins tomorrow, others' in a week: both fit. */
    private boolean isNextWeek(LocalDate date) {
        var last = sunday(today).plusDays(today.getDayOfWeek() == DayOfWeek.SUNDAY ? 14 : 7);
        return date.isAfter(sunday(today)) && !date.isAfter(last);
    }

    private void relative(String phrase, Predicate<LocalDate> range) {
        var parts = phrase.split(" ", -1);
        for (int at = 0; at + parts.length <= words.size(); at++) {
            if (!used[at] && words.subList(at, at + parts.length).equals(List.of(parts)) && !isNegated(at)) {
                use(at, at + parts.length);
                ranges.add(range);
            }
        }
    }

    private void weekend() {
        for (int at = 0; at < words.size(); at++) {
            if (Set.of("weekend", "weekends", "finde").contains(words.get(at)) && !isNegated(at)) {
                use(at, at + 1);
                days.addAll(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
            }
        }
    }

    /** "manana" is tomorrow, but "la manana" is the morning. */
    private void spanishTomorrow() {
        var at = words.indexOf("manana");
        if (at >= 0 && (at == 0 || !words.get(at - 1).equals("la"))) {
            use(at, at + 1);
            ranges.add(date -> date.equals(today.plusDays(1)));
        }
    }

    private boolean isNegated(int at) {
        for (int before = at - 1; before >= Math.max(0, at - NEGATION_REACH); before--) {
            if (WEEKDAYS.containsKey(words.get(before)) && !isList(before, at)) {
                break;
            }
            if (words.get(before).equals(",")) {
                break;
            }
            if (words.get(before).equals("but")) {
                return before > 0 && ANY_BUT.contains(words.get(before - 1));
            }
            if (NEGATION.lengthAt(words, before, before + 1) > 0) {
                return true;
            }
        }
        for (int after = at + 1; after < Math.min(words.size(), at + 1 + NEGATION_REACH); after++) {
            if (WEEKDAYS.containsKey(words.get(after))
                    || words.get(after).equals(",")
                    || tokens.get(after).isNumber()) {
                return false;
            }
            if (NEGATION_AFTER.lengthAt(words, after, words.size()) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isList(int before, int at) {
        return at - before == 2 && Set.of("or", "and", "o", "y").contains(words.get(before + 1));
    }

    // --- dates

    private void findDates() {
        for (int at = 0; at < words.size(); at++) {
            if (!used[at] && tokens.get(at).isNumber()) {
                date(at);
            }
        }
        for (int at = 1; at < words.size(); at++) {
            var month = MONTHS.get(words.get(at));
            if (month != null && !used[at] && Set.of("in", "en", "of", "next").contains(words.get(at - 1))) {
                use(at - 1, at + 1);
                ranges.add(date -> date.getMonth() == month);
            }
        }
    }

    private void date(int at) {
        var day = number(words.get(at));
        var suffixed = at + 1 < words.size()
                && tokens.get(at + 1).glued()
                && Set.of("st", "nd", "rd", "th").contains(words.get(at + 1));
        var end = suffixed ? at + 2 : at + 1;
        var month = monthBeside(at, end);
        if (day >= 1 && day <= 31 && month != null) {
            var linked = end < words.size() && Set.of("of", "de").contains(words.get(end));
            var isAfter = monthAt(linked ? end + 1 : end) != null;
            use(isAfter ? at : at - 1, isAfter ? (linked ? end + 2 : end + 1) : end);
            dates.add(date -> date.getDayOfMonth() == day && date.getMonth() == month);
        } else if (!slashed(at) && day >= 1 && day <= 31) {
            dayOfMonth(at, end, day, suffixed);
        }
    }

    private @Nullable Month monthBeside(int at, int end) {
        var linked = end < words.size() && Set.of("of", "de").contains(words.get(end));
        var after = monthAt(linked ? end + 1 : end);
        return after != null ? after : at > 0 && !used[at - 1] ? monthAt(at - 1) : null;
    }

    private @Nullable Month monthAt(int at) {
        return at < words.size() ? MONTHS.get(words.get(at)) : null;
    }

    /** "16/6", "16.06", "16-6-2026"; the American order where ours is no date. */
    private boolean slashed(int at) {
        var dotted = words.get(at).split("[.]", -1);
        if (dotted.length >= 2) {
            return monthNumber(number(dotted[0]), number(dotted[1]), at, at + 1);
        }
        var isJoined = at + 2 < words.size()
                && (words.get(at + 1).equals("/") || words.get(at + 1).equals("-"))
                && tokens.get(at + 1).glued()
                && tokens.get(at + 2).isNumber()
                && tokens.get(at + 2).glued();
        return isJoined && monthNumber(number(words.get(at)), number(words.get(at + 2)), at, at + 3);
    }

    private boolean monthNumber(int first, int second, int at, int end) {
        for (var slot : slots) {
            var day = slot.getDayOfMonth();
            var month = slot.getMonthValue();
            if ((day == first && month == second) || (day == second && month == first)) {
                use(at, end);
                dates.add(date -> date.getDayOfMonth() == day && date.getMonthValue() == month);
                return true;
            }
        }
        return false;
    }

    private void dayOfMonth(int at, int end, int day, boolean suffixed) {
        var isOffered = slots.stream().anyMatch(slot -> slot.getDayOfMonth() == day);
        var besideWeekday = (at > 0 && WEEKDAYS.containsKey(words.get(at - 1)))
                || (at > 1 && words.get(at - 1).equals("the") && WEEKDAYS.containsKey(words.get(at - 2)))
                || (end < words.size() && WEEKDAYS.containsKey(words.get(end)));
        var fitsWeekday = slots.stream()
                .anyMatch(slot -> slot.getDayOfMonth() == day
                        && days.contains(slot.toLocalDate().getDayOfWeek()));
        var isNamed = suffixed || (at > 0 && Set.of("the", "el", "dia").contains(words.get(at - 1)));
        var isOption = day <= slots.size();
        var saysOption = end < words.size()
                && Set.of("one", "option", "slot", "choice", "time").contains(words.get(end));
        var isAlone = words.size() == 1 && !isOption;
        if (isOffered && !saysOption && ((besideWeekday && fitsWeekday) || (isNamed && !isOption) || isAlone)) {
            use(at, end);
            dates.add(date -> date.getDayOfMonth() == day);
        } else if (isOffered && suffixed && !saysOption) {
            use(at, end);
            isLikeAnOption = true;
        } else if (suffixed && !isOption) {
            use(at, end);
            dates.add(date -> date.getDayOfMonth() == day);
        }
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }

    // --- times

    private void findTimes() {
        for (int at = 0; at < words.size(); at++) {
            var clock = used[at] ? null : ClockTime.at(tokens, words, at);
            if (clock == null) {
                continue;
            }
            var marked = clock.marked() || isTimeByContext(at, clock.next());
            var range = rangeEnd(clock, marked);
            marked |= range != null;
            if (marked && isFree(at, clock.next())) {
                time(at, halfFrom(clock, range), range == null ? clock.next() : range.next());
            }
        }
    }

    private boolean isFree(int from, int to) {
        for (int at = from; at < to; at++) {
            if (used[at]) {
                return false;
            }
        }
        return true;
    }

    /** Of "2-5pm" and "10 to 1pm" only the beginning counts. */
    private @Nullable ClockTime rangeEnd(ClockTime clock, boolean isTime) {
        var at = clock.next();
        if (at + 1 >= words.size() || used[at] || used[at + 1] || !RANGE.isAll(List.of(words.get(at)))) {
            return null;
        }
        var end = ClockTime.at(tokens, words, at + 1);
        return end != null && (end.marked() || isTime) ? end : null;
    }

    /** "2-5pm" begins at two in the afternoon. */
    private static ClockTime halfFrom(ClockTime clock, @Nullable ClockTime end) {
        if (end == null || clock.half() || !end.half() || clock.hour() >= 12 || clock.hour() + 12 >= end.hour()) {
            return clock;
        }
        return new ClockTime(clock.hour() + 12, clock.minute(), true, true, clock.next());
    }

    /** "at 5", "Friday 2", "after 4". */
    private boolean isTimeByContext(int at, int next) {
        if (words.get(at).equals("one") || words.get(at).equals("uno")) {
            return false; // "the Friday one"
        }
        var besideDay = (at > 0 && WEEKDAYS.containsKey(words.get(at - 1)) && isEndOfTime(next));
        return besideDay || isBeforeDaypart(next) || isAfter(AT, at) || isAfter(AFTER, at) || isAfter(BEFORE, at);
    }

    /** "2 in the afternoon", "las 5 de la tarde". */
    private boolean isBeforeDaypart(int at) {
        var start = at + 1 < words.size()
                        && words.get(at).equals("in")
                        && words.get(at + 1).equals("the")
                ? at + 2
                : at;
        return DAYPARTS.stream().anyMatch(part -> part.phrases().lengthAt(words, start, words.size()) > 0);
    }

    private boolean isEndOfTime(int next) {
        return next >= words.size()
                || !tokens.get(next).glued()
                || tokens.get(next).kind() == Token.Kind.SYMBOL;
    }

    private boolean isAfter(Phrases phrases, int at) {
        for (int start = Math.max(0, at - 3); start < at; start++) {
            if (phrases.lengthAt(words, start, at) == at - start && at > start) {
                return true;
            }
        }
        return false;
    }

    private void time(int at, ClockTime clock, int next) {
        use(at, next);
        var likely = clock.likely();
        if (isAfter(AFTER, at)) {
            limits.add(time -> !time.isBefore(likely));
        } else if (isAfter(BEFORE, at)) {
            limits.add(time -> !time.isAfter(likely));
        } else {
            times.add(clock);
        }
    }

    private void findDayparts() {
        for (int at = 0; at < words.size(); at++) {
            for (var part : DAYPARTS) {
                var length = used[at] ? 0 : part.phrases().lengthAt(words, at, words.size());
                if (length > 0 && !isNegated(at) && !isAmOfIAm(at)) {
                    use(at, at + length);
                    dayparts.add(part);
                }
            }
        }
    }

    private boolean isAmOfIAm(int at) {
        return words.get(at).equals("am") && (at == 0 || words.get(at - 1).equals("i"));
    }

    private void use(int from, int to) {
        for (int at = from; at < to && at < used.length; at++) {
            used[at] = true;
        }
    }
}
