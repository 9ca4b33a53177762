package io.inkstream.conversation;

import io.inkstream.schemas.config.StudioConfig.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Keeps reminders out of the studio's night: later, or, where that would be too late, just before. */
final class QuietTime {
    private QuietTime() {}

    /** @param notAfter when the reminder has lost its sense; absent when it never does */
    static Instant shifted(@Nullable QuietHours quiet, ZoneId zone, Instant due, @Nullable Instant notAfter) {
        if (quiet == null || quiet.from().equals(quiet.to())) {
            return due;
        }
        var local = due.atZone(zone);
        if (!isQuiet(quiet, local.toLocalTime())) {
            return due;
        }
        var end = next(local, quiet.to());
        return notAfter != null && !end.isBefore(notAfter) ? begin(local, quiet.from()) : end;
    }

    private static boolean isQuiet(QuietHours quiet, LocalTime time) {
        var pastFrom = !time.isBefore(quiet.from());
        var beforeTo = time.isBefore(quiet.to());
        return quiet.from().isBefore(quiet.to()) ? pastFrom && beforeTo : pastFrom || beforeTo;
    }

    private static Instant next(ZonedDateTime local, LocalTime to) {
        var end = local.with(to);
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }

    private static Instant begin(ZonedDateTime local, LocalTime from) {
        var begin = local.with(from);
        return (begin.isAfter(local) ? begin.minusDays(1) : begin).toInstant();
    }
}
