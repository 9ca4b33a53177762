package io.inkstream.schemas.json;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes times as {@link Instant#toString} does, digit by digit: the counterpart of {@link InstantReading}. */
final class InstantWriting extends StdScalarSerializer<Instant> {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() + 1;
    private static final int LENGTH_MAX = "2026-11-23T10:15:02.123456789Z".length();

    InstantWriting() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
        var seconds = instant.getEpochSecond();
        if (seconds < YEAR_0 || seconds >= YEAR_10000) {
            json.writeString(instant.toString());
            return;
        }
        var text = new char[LENGTH_MAX];
        json.writeString(text, 0, write(instant, text));
    }

    /** Only for years of four digits; returns the length. */
    private static int write(Instant instant, char[] text) {
        var seconds = instant.getEpochSecond();
        var date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
        var secondOfDay = Math.floorMod(seconds, SECONDS_PER_DAY);
        number(text, 0, 4, date.getYear());
        text[4] = '-';
        number(text, 5, 7, date.getMonthValue());
        text[7] = '-';
        number(text, 8, 10, date.getDayOfMonth());
        text[10] = 'T';
        number(text, 11, 13, secondOfDay / 3600);
        text[13] = ':';
        number(text, 14, 16, secondOfDay / 60 % 60);
        text[16] = ':';
        number(text, 17, 19, secondOfDay % 60);
        var end = fraction(text, instant.getNano());
        text[end] = 'Z';
        return end + 1;
    }

    /** No digits, or three, six or nine of them. */
    private static int fraction(char[] text, int nanos) {
        if (nanos == 0) {
            return 19;
        }
        text[19] = '.';
        if (nanos % 1_000_000 == 0) {
            number(text, 20, 23, nanos / 1_000_000);
            return 23;
        }
        if (nanos % 1_000 == 0) {
            number(text, 20, 26, nanos / 1_000);
            return 26;
        }
        number(text, 20, 29, nanos);
        return 29;
    }

    private static void number(char[] text, int from, int to, int value) {
        var rest = value;
        for (var position = to - 1; position >= from; position--) {
            text[position] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
