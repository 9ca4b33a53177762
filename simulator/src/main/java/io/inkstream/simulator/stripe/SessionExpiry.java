package io.inkstream.simulator.stripe;

import io.inkstream.simulator.clock.FollowsClock;
import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Expires sessions when the business clock passes their time, and tells the studio. */
@Component
final class SessionExpiry implements FollowsClock, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionExpiry.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final CheckoutSessions sessions;
    private final StripeEvents events;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session-expiry").factory());
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    SessionExpiry(CheckoutSessions sessions, StripeEvents events) {
        this.sessions = sessions;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var _ = timer.scheduleWithFixedDelay(
                this::tick, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            var _ = expire();
        } catch (RuntimeException e) { // one bad session must not end the timer
            LOG.atError().setCause(e).log("sessions not expired");
        }
    }

    @Override
    public void clockAdvanced(Duration patience) {
        try {
            expire().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.atWarn().log("expired sessions not acknowledged in time; their webhooks are repeated");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Completes when the studio has acknowledged every expiry. */
    private CompletableFuture<Void> expire() {
        var told = sessions.expireDue().stream()
                .map(event -> CompletableFuture.supplyAsync(() -> events.deliver(event), deliveries)
                        .thenCompose(delivery -> delivery.acknowledged()))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(told);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        deliveries.shutdownNow();
    }
}
