package io.inkstream.sheets.flush;

import io.inkstream.sheets.CallFailure;
import io.inkstream.sheets.CallFailure.Blocked;
import io.inkstream.sheets.CallFailure.OutsideGrid;
import io.inkstream.sheets.CallFailure.Refused;
import io.inkstream.sheets.CallFailure.Throttled;
import io.inkstream.sheets.CallFailure.Unavailable;
import io.inkstream.sheets.store.DueRows.Backlog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One studio's figures: what waits, what was written, what Google answered. */
final class FlushMetrics {
    private final MeterRegistry registry;
    private final String studio;
    private final Counter rowsWritten;
    private final Counter rowsRefused;
    private final Timer quotaWait;
    private volatile Backlog backlog = new Backlog(0, java.util.Optional.empty());
    private volatile String blocked = "";

    FlushMetrics(MeterRegistry registry, String studio) {
        this.registry = registry;
        this.studio = studio;
        rowsWritten = registry.counter("inkstream.sheets.rows.written", "studio", studio);
        rowsRefused = registry.counter("inkstream.sheets.rows.refused", "studio", studio);
        quotaWait = registry.timer("inkstream.sheets.quota.wait", "studio", studio);
        Gauge.builder("inkstream.sheets.rows.due", this, metrics -> metrics.backlog.rows())
                .tag("studio", studio)
                .register(registry);
        Gauge.builder("inkstream.sheets.due.oldest", this, FlushMetrics::oldestAgeSeconds)
                .tag("studio", studio)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("inkstream.sheets.blocked", this, metrics -> metrics.blocked.isEmpty() ? 0 : 1)
                .tag("studio", studio)
                .register(registry);
    }

    void written(int rows, Duration took) {
        rowsWritten.increment(rows);
        writes("ok").record(took);
    }

    void failed(CallFailure failure, Duration took) {
        writes(
                        switch (failure) {
                            case Throttled _ -> "throttled";
                            case Unavailable _ -> "unavailable";
                            case Refused _ -> "refused";
                            case OutsideGrid _ -> "outside_grid";
                            case Blocked blockedBy -> blockedBy.cause().name().toLowerCase(Locale.ROOT);
                        })
                .record(took);
    }

    void refusedRow() {
        rowsRefused.increment();
    }

    void waitedForQuota(Duration time) {
        quotaWait.record(time);
    }

    void backlog(Backlog now) {
        backlog = now;
    }

    Backlog backlog() {
        return backlog;
    }

    /** The cause's name, empty when the sheet is not blocked. */
    void blocked(String cause) {
        blocked = cause;
    }

    String blocked() {
        return blocked;
    }

    private Timer writes(String outcome) {
        return registry.timer("inkstream.sheets.writes", "studio", studio, "outcome", outcome);
    }

    private double oldestAgeSeconds() {
        return backlog.oldest()
                .map(since -> Duration.between(since, Instant.now()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
