package io.inkstream.ingress.http;

import io.inkstream.ingress.publish.Outgoing;
import io.inkstream.ingress.publish.Publisher;
import io.inkstream.ingress.publish.Trace;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Tells operators about refused signatures without letting a stranger fill the log: the first one at once, then one
 * event per interval with the number of those since.
 */
public final class SignatureAlarm {
    private final Publisher publisher;
    private final Clock clock;
    private final Executor afterInterval;
    private final Map<String, Quiet> quietBySource = new ConcurrentHashMap<>();

    public SignatureAlarm(Publisher publisher, Clock clock, Duration interval) {
        this.publisher = publisher;
        this.clock = clock;
        this.afterInterval = CompletableFuture.delayedExecutor(interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Failures since the last event; present only while an interval is running. */
    private record Quiet(int failures, String lastCorrelationId) {}

    void raise(String source, String correlationId) {
        var now = quietBySource.compute(
                source,
                (name, quiet) ->
                        quiet == null ? new Quiet(0, correlationId) : new Quiet(quiet.failures() + 1, correlationId));
        if (now.failures() == 0) {
            report(source, 1, correlationId);
        }
    }

    private void report(String source, int failures, String correlationId) {
        publisher.announce(
                Outgoing.of(Topics.SYSTEM_EVENTS, null, event(source, failures, correlationId), null),
                new Trace(correlationId, null));
        afterInterval.execute(() -> intervalOver(source));
    }

    private void intervalOver(String source) {
        // The entry leaves the map, or starts a new interval, in one step: a failure in between is counted in either.
        var reported = new Quiet[1];
        quietBySource.computeIfPresent(source, (name, quiet) -> {
            reported[0] = quiet;
            return quiet.failures() == 0 ? null : new Quiet(0, quiet.lastCorrelationId());
        });
        var quiet = reported[0];
        if (quiet != null && quiet.failures() > 0) {
            report(source, quiet.failures(), quiet.lastCorrelationId());
        }
    }

    private SystemEvent event(String source, int failures, String correlationId) {
        return new SystemEvent(
                UUID.randomUUID().toString(),
                clock.instant(),
                SystemEvent.Level.WARN,
                source + ".signature_verification_failure",
                null,
                null,
                correlationId,
                Map.of("count", String.valueOf(failures)));
    }
}
