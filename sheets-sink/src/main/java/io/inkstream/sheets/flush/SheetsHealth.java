package io.inkstream.sheets.flush;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows each sheet's state. Always up: while Google or a sheet is in trouble rows are still taken in, and another instance
 * would fare no better; the alert and the gauge {@code inkstream.sheets.blocked} tell of it.
 */
final class SheetsHealth implements HealthIndicator {
    private final Map<String, FlushMetrics> metrics;

    SheetsHealth(Map<String, FlushMetrics> metrics) {
        this.metrics = Map.copyOf(metrics);
    }

    @Override
    public Health health() {
        var health = Health.up();
        metrics.forEach((studio, figures) -> health.withDetail(
                studio,
                Map.of(
                        "due",
                        figures.backlog().rows(),
                        "blocked",
                        figures.blocked().isEmpty() ? "no" : figures.blocked())));
        return health.build();
    }
}
