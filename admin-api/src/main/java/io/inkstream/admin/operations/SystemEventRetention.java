package io.inkstream.admin.operations;

import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Removes old system events from the live projection; the log keeps its own time. */
@Repository
class SystemEventRetention {
    static final int DAYS_MIN = 1;

    /** One statement's share, so that it never holds up the projector for long. */
    private static final int ROWS_AT_ONCE = 10_000;

    private static final String DELETE = "delete from system_events where id in"
            + " (select id from system_events where occurred_at < :cutoff limit " + ROWS_AT_ONCE + ")";

    private final JdbcClient database;
    private final BusinessClock clock;

    SystemEventRetention(JdbcClient database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Removes what is older than so many days, by business time.
     *
     * @return how many were removed
     * @throws IllegalArgumentException for less than one day: that would empty the table
     */
    int removeOlderThan(int days) {
        if (days < DAYS_MIN) {
            throw new IllegalArgumentException("events are kept for at least 1 day");
        }
        var cutoff = clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
        var removed = 0;
        for (int part = ROWS_AT_ONCE; part == ROWS_AT_ONCE; removed += part) {
            part = database.sql(DELETE).param("cutoff", cutoff).update();
        }
        return removed;
    }
}
