package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ledger.Ledger;
import io.inkstream.outbound.ledger.LedgerUnavailable;
import io.inkstream.outbound.ledger.Owed;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what lost its timer, its owner or its acknowledgement, by asking the ledger now and then. Everything would still be
 * sent and published, only later, if nothing else ever woke a lane.
 */
final class Reconciler implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    /** Kafka answers long before; announcing twice does no harm. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    private static final Duration TIMERS_ARE_LATE_AFTER = Duration.ofSeconds(1);
    private static final int MANY_WAITING = 5_000;
    private static final int SCANS_PER_LOOK = 12;
    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    private final Ledger ledger;
    private final Lanes lanes;
    private final SendGate gate;
    private final NumberHolding holding;
    private final AccountWatch accounts;
    private final LedgerWriter writer;
    private final Announcer announcer;
    private final SenderMetrics metrics;
    private final DeliveryProperties properties;
    private final AtomicBoolean scanAsked = new AtomicBoolean();
    private int scans;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reconciler").daemon().factory());

    Reconciler(Ledger ledger, Lanes lanes, LedgerWriter writer, Courier.Tools tools, DeliveryProperties properties) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.gate = tools.gate();
        this.holding = tools.holding();
        this.accounts = tools.accounts();
        this.writer = writer;
        this.announcer = tools.announcer();
        this.metrics = tools.metrics();
        this.properties = properties;
    }

    void start() {
        gate.whenOpened(this::scanSoon);
        every(properties.reconcileEvery(), "look for the lost", this::lookForTheLost);
        every(properties.scanEvery(), "scan", this::scan);
        every(PURGE_EVERY, "purge", ledger::purge);
        scanSoon();
    }

    /** Looks at all lanes as soon as possible. */
    void scanSoon() {
        if (scanAsked.compareAndSet(false, true)) {
            thread.execute(() -> {
                scanAsked.set(false);
                scans = -1; // whoever asks wants all lanes looked at
                guarded("scan", this::scan);
            });
        }
    }

    @Override
    public void close() {
        gate.whenOpened(() -> {});
        thread.shutdown();
        try {
            if (!thread.awaitTermination(ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookForTheLost() {
        holding.refresh();
        tell(ledger.settleUncertain());
        ledger.lateRetries(TIMERS_ARE_LATE_AFTER).forEach(lanes::offer);
        ledger.unpublished(ACKNOWLEDGED_WITHIN).forEach(writer::announceAgain);
    }

    private void scan() {
        accounts.refresh();
        tell(ledger.expireClaims());
        if (gate.settingsKnown() && worthALook()) {
            ledger.servable(gate.pausedStudios(), gate.closedNumbers()).forEach(lanes::offer);
        }
        writer.announce(ledger.announceWaiting(properties.shownAfter()));
        metrics.counted(ledger.census());
    }

    /** While many lanes wait for their turn in memory, reading them all again finds hardly anything, and is not cheap. */
    private boolean worthALook() {
        scans++;
        return scans % SCANS_PER_LOOK == 0 || lanes.waitingCount() < MANY_WAITING;
    }

    private void tell(Owed changed) {
        writer.announce(changed);
        for (var change : changed.changes()) {
            LedgerWriter.wake(lanes, change);
            var row = change.row();
            if (row.state() == LedgerState.UNCERTAIN) {
                var why = row.why();
                announcer.alert(new Alert(
                        true,
                        "outbound.uncertain",
                        row.command().studio(),
                        row.command().leadId(),
                        row.id(),
                        why == null ? "" : why));
            }
        }
    }

    private void every(Duration period, String what, Runnable work) {
        var _ = thread.scheduleWithFixedDelay(
                () -> guarded(what, work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A failure must not end the schedule. */
    private static void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (LedgerUnavailable e) {
            log.atWarn().setCause(e).addKeyValue("work", what).log("ledger unavailable");
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("work", what).log("reconciling failed");
        }
    }
}
