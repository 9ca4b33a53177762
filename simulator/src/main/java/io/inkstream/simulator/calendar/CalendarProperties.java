package io.inkstream.simulator.calendar;

import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which calendars there are.
 *
 * @param existing ids; empty: every id that is asked for exists
 * @param notShared ids of those that the service account may only read
 * @param usual the calendar of events that a person adds by hand, until the studio has asked for one
 * @param zone the calendars' zone, for all-day events
 */
@ConfigurationProperties("inkstream.simulator.calendar")
record CalendarProperties(
        @DefaultValue Set<String> existing,
        @DefaultValue Set<String> notShared,
        @DefaultValue("artist@studio.example") String usual,
        @DefaultValue("Europe/London") ZoneId zone) {
    CalendarProperties {
        existing = Set.copyOf(existing);
        notShared = Set.copyOf(notShared);
    }
}
