package io.inkstream.conversation.understanding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Finds weekdays, and days and weeks counted from today: "next Tuesday", "tomorrow", "la semana que viene". */
final class DaysSaid {
    private static final PhraseFile WORDS = PhraseFile.read("whensaid");
    private static final Set<String> NEXT = Set.of("next", "proximo");
    private static final Set<String> THIS = Set.of("this", "coming", "este");
    private static final Set<String> WEEKEND = Set.of("weekend", "weekends", "finde");
    private static final Set<String> LA = Set.of("la");

    /** Days that a phrase means, from the day it is said on: (date, today). */
    private record Relative(Phrases phrases, BiPredicate<LocalDate, LocalDate> holds) {
        static Relative of(String section, BiPredicate<LocalDate, LocalDate> holds) {
            return new Relative(WORDS.section(section), holds);
        }
    }

    /** The longer phrases first: "day after tomorrow" is not tomorrow. */
    private static final List<Relative> RELATIVES = List.of(
            Relative.of("day-after-tomorrow", (date, today) -> date.equals(today.plusDays(2))),
            Relative.of("tomorrow", (date, today) -> date.equals(today.plusDays(1))),
            Relative.of("today", (date, today) -> date.equals(today)),
            Relative.of(
                    "week-after-next",
                    (date, today) -> date.isAfter(sunday(today).plusWeeks(1))),
            Relative.of("next-week", DaysSaid::isNextWeek),
            Relative.of("this-week", (date, today) -> !date.isAfter(sunday(today))),
            Relative.of(
                    "next-month",
                    (date, today) -> date.getMonth() == today.plusMonths(1).getMonth()),
            Relative.of("this-month", (date, today) -> date.getMonth() == today.getMonth()));

    private final TimeWords words;
    private final LocalDate today;
    private final WhenSaid said;

    DaysSaid(TimeWords words, LocalDate today, WhenSaid said) {
        this.words = words;
        this.today = today;
        this.said = said;
    }

    void find() {
        weekdays();
        relatives();
        weekends();
        spanishTomorrow();
    }

    private void weekdays() {
        for (int at = 0; at < words.size(); at++) {
            var day = words.weekday(at);
            if (day == null) {
                continue;
            }
            words.use(at, at + 1);
            if (words.isNegated(at)) {
                said.notOn(day);
            } else {
                said.on(day);
                nextWeekday(at);
            }
        }
    }

    /** "next Tuesday" excludes today, and is the coming one or the one after: when both are offered, both fit. */
    private void nextWeekday(int at) {
        var isNext = words.is(at - 1, NEXT);
        if (isNext || words.is(at - 1, THIS)) {
            words.use(at - 1, at);
            said.within(date -> date.isAfter(today) && date.isBefore(today.plusDays(isNext ? 15 : 8)));
        }
    }

    private void relatives() {
        for (int at = 0; at < words.size(); at++) {
            for (var relative : RELATIVES) {
                var length = words.isUsed(at) ? 0 : relative.phrases().lengthAt(words.words(), at, words.size());
                if (length > 0 && !words.isNegated(at)) {
                    words.use(at, at + length);
                    said.within(date -> relative.holds().test(date, today));
                }
            }
        }
    }

    private static LocalDate sunday(LocalDate date) {
        return date.plusDays(DayOfWeek.SUNDAY.getValue() - date.getDayOfWeek().getValue());
    }

    /** On a Sunday some people's next week begins tomorrow, others' in a week: both fit. */
    private static boolean isNextWeek(LocalDate date, LocalDate today) {
        var last = sunday(today).plusDays(today.getDayOfWeek() == DayOfWeek.SUNDAY ? 14 : 7);
        return date.isAfter(sunday(today)) && !date.isAfter(last);
    }

    private void weekends() {
        for (int at = 0; at < words.size(); at++) {
            if (words.is(at, WEEKEND) && !words.isNegated(at)) {
                words.use(at, at + 1);
                said.on(DayOfWeek.SATURDAY);
                said.on(DayOfWeek.SUNDAY);
            }
        }
    }

    /** "manana" is tomorrow, but "la manana" is the morning. */
    private void spanishTomorrow() {
        var at = words.words().indexOf("manana");
        if (at >= 0 && !words.isUsed(at) && !words.is(at - 1, LA)) {
            words.use(at, at + 1);
            said.within(date -> date.equals(today.plusDays(1)));
        }
    }
}
