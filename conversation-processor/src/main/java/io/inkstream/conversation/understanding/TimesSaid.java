package io.inkstream.conversation.understanding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds times of the day: "at 4", "2-5pm", "half past two", "after 3", "por la tarde". */
final class TimesSaid {
    private static final PhraseFile WORDS = PhraseFile.read("whensaid");
    private static final Phrases AT = WORDS.section("at");
    private static final Phrases AFTER = WORDS.section("after");
    private static final Phrases BEFORE = WORDS.section("before");
    private static final Phrases RANGE = WORDS.section("range");
    private static final Set<String> ONE = Set.of("one", "uno");
    private static final Set<String> IN = Set.of("in");
    private static final Set<String> THE = Set.of("the");
    private static final Set<String> AM = Set.of("am");
    private static final Set<String> I = Set.of("i");

    private final TimeWords words;
    private final WhenSaid said;

    TimesSaid(TimeWords words, WhenSaid said) {
        this.words = words;
        this.said = said;
    }

    void find() {
        for (int at = 0; at < words.size(); at++) {
            var clock = words.isUsed(at) ? null : ClockTime.at(words.tokens(), words.words(), at);
            if (clock == null) {
                continue;
            }
            var marked = clock.marked() || isTimeByContext(at, clock.next());
            var range = rangeEnd(clock, marked);
            marked |= range != null;
            if (marked && words.isFree(at, clock.next())) {
                time(at, halfFrom(clock, range), range == null ? clock.next() : range.next());
            }
        }
        dayparts();
    }

    /** Of "2-5pm" and "10 to 1pm" only the beginning counts. */
    private @Nullable ClockTime rangeEnd(ClockTime clock, boolean isTime) {
        var at = clock.next();
        if (at + 1 >= words.size() || !words.isFree(at, at + 2) || RANGE.lengthAt(words.words(), at, at + 1) == 0) {
            return null;
        }
        var end = ClockTime.at(words.tokens(), words.words(), at + 1);
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
        if (words.is(at, ONE)) {
            return false; // "the Friday one"
        }
        return (words.weekday(at - 1) != null && isEndOfTime(next))
                || isBeforeDaypart(next)
                || words.isAfter(AT, at)
                || words.isAfter(AFTER, at)
                || words.isAfter(BEFORE, at);
    }

    /** "2 in the afternoon", "las 5 de la tarde". */
    private boolean isBeforeDaypart(int at) {
        var start = words.is(at, IN) && words.is(at + 1, THE) ? at + 2 : at;
        return Daypart.ALL.stream().anyMatch(part -> part.lengthAt(words.words(), start) > 0);
    }

    private boolean isEndOfTime(int next) {
        return next >= words.size()
                || !words.isGlued(next)
                || words.tokens().get(next).kind() == Token.Kind.SYMBOL;
    }

    private void time(int at, ClockTime clock, int next) {
        words.use(at, next);
        var likely = clock.likely();
        if (words.isAfter(AFTER, at)) {
            said.limited(time -> !time.isBefore(likely));
        } else if (words.isAfter(BEFORE, at)) {
            said.limited(time -> !time.isAfter(likely));
        } else {
            said.at(clock);
        }
    }

    private void dayparts() {
        for (int at = 0; at < words.size(); at++) {
            for (var part : Daypart.ALL) {
                var length = words.isUsed(at) ? 0 : part.lengthAt(words.words(), at);
                if (length > 0 && !words.isNegated(at) && !isAmOfIAm(at)) {
                    words.use(at, at + length);
                    said.during(part);
                }
            }
        }
    }

    private boolean isAmOfIAm(int at) {
        return words.is(at, AM) && (at == 0 || words.is(at - 1, I));
    }
}
