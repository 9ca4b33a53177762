package io.inkstream.outbound.operations;

import io.inkstream.outbound.delivery.SendGate;
import io.inkstream.outbound.kafka.Assignments;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up when commands and statuses are being read and the studios' switches are known. */
final class SenderHealth implements HealthIndicator {
    private final Assignments assignments;
    private final SendGate gate;

    SenderHealth(Assignments assignments, SendGate gate) {
        this.assignments = assignments;
        this.gate = gate;
    }

    @Override
    public Health health() {
        var reading = assignments.complete();
        var settings = gate.settingsKnown();
        return (reading && settings ? Health.up() : Health.outOfService())
                .withDetail("reading", reading)
                .withDetail("settingsKnown", settings)
                .build();
    }
}
