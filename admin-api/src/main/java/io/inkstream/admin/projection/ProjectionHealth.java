package io.inkstream.admin.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready only while the projector follows the log: otherwise people would look at a standstill. */
final class ProjectionHealth implements HealthIndicator {
    private final ProjectorStatus status;

    ProjectionHealth(ProjectorStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        var health = status.working() ? Health.up() : Health.outOfService();
        return health.withDetails(status.details()).build();
    }
}
