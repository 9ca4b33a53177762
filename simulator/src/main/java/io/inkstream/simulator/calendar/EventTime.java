package io.inkstream.simulator.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/** Start and end of an event: an instant with an offset, a local time with a zone, or a whole day. */
final class EventTime {
    private EventTime() {}

    /** Throws a refusal when the time is missing or unreadable. */
    static Instant read(JsonNode time, ZoneId calendarZone) {
        try {
            if (time.hasNonNull("date")) {
                return LocalDate.parse(time.path("date").asString())
                        .atStartOfDay(calendarZone)
                        .toInstant();
            }
            return dateTime(
                    time.path("dateTime").asString(""), time.path("timeZone").asString(""));
        } catch (DateTimeException e) {
            throw CalendarErrors.invalid("badRequest", "Bad Request");
        }
    }

    private static Instant dateTime(String text, String zone) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(text).atZone(ZoneId.of(zone)).toInstant();
        }
    }
}
