package io.inkstream.conversation.understanding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a message says of days and times, as conditions on a slot: "Friday after 2", "the 16th", "tomorrow morning". */
final class WhenSaid {
    private final TimeWords words;
    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private final Set<DayOfWeek> notDays = EnumSet.noneOf(DayOfWeek.class);
    private final List<Predicate<LocalDate>> dates = new ArrayList<>();
    private final List<Predicate<LocalDate>> ranges = new ArrayList<>();
    private final List<ClockTime> times = new ArrayList<>();
    private final List<Daypart> dayparts = new ArrayList<>();
    private final List<Predicate<LocalTime>> limits = new ArrayList<>();
    private boolean isLikeAnOption;

    private WhenSaid(TimeWords words) {
        this.words = words;
    }

    /** @param words the tokens' texts, without accents and apostrophes */
    static WhenSaid in(List<Token> tokens, List<String> words, LocalDate today, List<LocalDateTime> slots) {
        var said = new WhenSaid(new TimeWords(tokens, words));
        new DaysSaid(said.words, today, said).find();
        new DatesSaid(said.words, slots, said).find();
        new TimesSaid(said.words, said).find();
        return said;
    }

    // --- what the finders add

    void on(DayOfWeek day) {
        days.add(day);
    }

    void notOn(DayOfWeek day) {
        notDays.add(day);
    }

    /** One of several dates. */
    void onDate(Predicate<LocalDate> date) {
        dates.add(date);
    }

    /** A stretch of days, which every fitting slot lies in. */
    void within(Predicate<LocalDate> range) {
        ranges.add(range);
    }

    void at(ClockTime time) {
        times.add(time);
    }

    void during(Daypart part) {
        dayparts.add(part);
    }

    void limited(Predicate<LocalTime> limit) {
        limits.add(limit);
    }

    void likeAnOption() {
        isLikeAnOption = true;
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

    boolean isOn(DayOfWeek day) {
        return days.contains(day);
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
        return words.isUsed(token);
    }
}
