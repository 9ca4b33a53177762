package io.inkstream.schemas.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads the times that we write ourselves, {@code 2026-11-23T10:15:02.114Z}, without the general date parser: every message
 * is read about ten times on its way, each time with several times in it, and parsing them was a quarter of all reading.
 */
final class InstantReading extends StdScalarDeserializer<Instant> {
    private static final int LENGTH_WITHOUT_FRACTION = "2026-11-23T10:15:02Z".length();
    private static final int FRACTION = "2026-11-23T10:15:02.".length();
    private static final int FRACTION_DIGITS_MAX = 9;

    InstantReading() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        var text = parser.getValueAsString("");
        try {
            return instant(text);
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an ISO-8601 time in UTC");
        }
    }

    /** Same result as {@link Instant#parse}, which gets everything that is not in our own form. */
    static Instant instant(String text) {
        var end = text.length() - 1;
        if (!inOurForm(text, end)) {
            return Instant.parse(text);
        }
        var hour = number(text, 11, 13);
        var minute = number(text, 14, 16);
        var second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text); // midnight as 24:00, and leap seconds
        }
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        var time = LocalTime.of(hour, minute, second);
        return Instant.ofEpochSecond(day.toEpochSecond(time, ZoneOffset.UTC), nanos(text, end));
    }

    private static boolean inOurForm(String text, int end) {
        if (end + 1 < LENGTH_WITHOUT_FRACTION || end > FRACTION + FRACTION_DIGITS_MAX || text.charAt(end) != 'Z') {
            return false;
        }
        for (var position = 0; position < end; position++) {
            var expected = position < FRACTION ? "0000-00-00T00:00:00.".charAt(position) : '0';
            var actual = text.charAt(position);
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return end != FRACTION; // a point without digits after it
    }

    private static int nanos(String text, int end) {
        if (end <= FRACTION) {
            return 0;
        }
        var nanos = number(text, FRACTION, end);
        for (var digits = end - FRACTION; digits < FRACTION_DIGITS_MAX; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var position = from; position < to; position++) {
            number = number * 10 + (text.charAt(position) - '0');
        }
        return number;
    }
}
