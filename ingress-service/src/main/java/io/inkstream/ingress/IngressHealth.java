package io.inkstream.ingress;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready when webhooks are let in and the broker answers. */
final class IngressHealth implements HealthIndicator {
    private static final long BROKER_ANSWERS_WITHIN_MS = 2_000;

    private final Readiness readiness;
    private final Admin admin;

    IngressHealth(Readiness readiness, Admin admin) {
        this.readiness = readiness;
        this.admin = admin;
    }

    @Override
    public Health health() {
        if (!readiness.open()) {
            return Health.outOfService()
                    .withDetail("waitingFor", readiness.waitingFor())
                    .build();
        }
        return brokerAnswers()
                ? Health.up().build()
                : Health.outOfService().withDetail("waitingFor", "the broker").build();
    }

    private boolean brokerAnswers() {
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(BROKER_ANSWERS_WITHIN_MS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
