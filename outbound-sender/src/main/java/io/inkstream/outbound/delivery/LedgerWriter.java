package io.inkstream.outbound.delivery;

import io.inkstream.outbound.NextStep;
import io.inkstream.outbound.ledger.LaneRef;
import io.inkstream.outbound.ledger.Ledger;
import io.inkstream.outbound.ledger.LedgerUnavailable;
import io.inkstream.outbound.ledger.Owed;
import io.inkstream.outbound.ledger.Settlement;
import io.inkstream.outbound.ledger.StatusReport;
import io.inkstream.outbound.ledger.Written;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the ledger what became of requests and what statuses say, as many as there are in one transaction, and tells
 * everybody once it is committed. One thread, so its transactions never lock each other out.
 */
public final class LedgerWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int BATCH_MAX = 500;
    private static final Duration SETTLED_DEBTS_MAY_WAIT = Duration.ofMillis(200);
    private static final Duration GATHERED_FOR = Duration.ofMillis(3);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(500);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final Lanes lanes;
    private final Announcer announcer;
    private final SenderMetrics metrics;
    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Long> settledDebts = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closing;

    private sealed interface Entry {
        record Settled(Settlement settlement) implements Entry {}

        record Statuses(List<StatusReport> reports, CompletableFuture<Boolean> written) implements Entry {}
    }

    LedgerWriter(Ledger ledger, Lanes lanes, Announcer announcer, SenderMetrics metrics) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.announcer = announcer;
        this.metrics = metrics;
        this.thread = Thread.ofPlatform().name("ledger-writer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** What became of a claim of this instance; its lane is freed once that is committed. */
    void settle(Settlement settlement) {
        entries.add(new Entry.Settled(settlement));
    }

    /** What statuses say; done once it is committed. */
    public Future<Boolean> report(List<StatusReport> reports) {
        var written = new CompletableFuture<Boolean>();
        entries.add(new Entry.Statuses(reports, written));
        return written;
    }

    /** Publishes rows that somebody else has changed. */
    void announce(Owed owed) {
        announceAgain(owed);
        for (var change : owed.changes()) {
            if (change.ended()) {
                metrics.ended(change.row());
            }
        }
    }

    /** Publishes what may have been published before. The debt is settled when Kafka has the last of it. */
    void announceAgain(Owed owed) {
        var missing = new AtomicInteger(owed.changes().size());
        for (var change : owed.changes()) {
            announcer.announce(change, () -> {
                if (missing.decrementAndGet() == 0) {
                    settledDebts.add(owed.debt());
                }
            });
        }
        if (owed.isEmpty() && owed.debt() != 0) {
            settledDebts.add(owed.debt()); // its commands have been forgotten meanwhile
        }
    }

    /** Writes what is left, then stops. */
    @Override
    public void close() {
        closing = true;
        try {
            if (!thread.join(STOP_TIMEOUT)) {
                log.atWarn().addKeyValue("left", entries.size()).log("stopping with outcomes unwritten");
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing || !entries.isEmpty() || !settledDebts.isEmpty()) {
                var batch = new ArrayList<Entry>();
                var first = entries.poll(SETTLED_DEBTS_MAY_WAIT.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    gather(batch);
                }
                if (!batch.isEmpty() || !settledDebts.isEmpty()) {
                    write(batch);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One commit for many: waits a moment for the other requests under way. Nobody waits for the outcome but their lanes. */
    private void gather(List<Entry> batch) throws InterruptedException {
        entries.drainTo(batch, BATCH_MAX - batch.size());
        var end = System.nanoTime() + GATHERED_FOR.toNanos();
        for (var left = GATHERED_FOR.toNanos(); left > 0 && batch.size() < Math.min(BATCH_MAX, lanes.busyCount()); ) {
            var next = entries.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
                entries.drainTo(batch, BATCH_MAX - batch.size());
            }
            left = end - System.nanoTime();
        }
    }

    private void write(List<Entry> batch) throws InterruptedException {
        var settlements = new ArrayList<Settlement>();
        var reports = new ArrayList<StatusReport>();
        for (var entry : batch) {
            switch (entry) {
                case Entry.Settled settled -> settlements.add(settled.settlement());
                case Entry.Statuses statuses -> reports.addAll(statuses.reports());
            }
        }
        var written = untilWritten(settlements, reports, takeSettledDebts());
        announce(written);
        var byId = written.changes().stream()
                .collect(Collectors.toMap(change -> change.row().id(), Function.identity()));
        settlements.forEach(settlement -> free(settlement, byId));
        settlements.forEach(settlement -> byId.remove(settlement.row().id()));
        byId.values().forEach(change -> wake(lanes, change));
        for (var entry : batch) {
            if (entry instanceof Entry.Statuses statuses) {
                statuses.written().complete(true);
            }
        }
    }

    private Owed untilWritten(List<Settlement> settlements, List<StatusReport> reports, List<Long> debts)
            throws InterruptedException {
        while (true) {
            try {
                return ledger.write(settlements, reports, debts);
            } catch (LedgerUnavailable e) {
                log.atError().setCause(e).addKeyValue("waiting", entries.size()).log("cannot write outcomes");
                Thread.sleep(TRY_AGAIN_AFTER);
            }
        }
    }

    /** Ends the grant of the settled claim's lane; says when the lane is worth a look again. */
    private void free(Settlement settlement, Map<String, Written> written) {
        var lane = LaneRef.of(settlement.row().command());
        var change = written.get(settlement.row().id());
        if (change == null) {
            log.atWarn()
                    .addKeyValue("commandId", settlement.row().id())
                    .log("outcome came after the claim had passed to others");
            lanes.done(lane, true);
            return;
        }
        var finished = change.row().outcome() != null;
        var released = settlement.step() instanceof NextStep.Release;
        lanes.done(lane, finished ? change.more() : released);
        if (!finished) {
            wake(lanes, change);
        }
    }

    /** Has the lane of a changed row looked at when there is something to do. */
    static void wake(Lanes lanes, Written change) {
        var row = change.row();
        var lane = LaneRef.of(row.command());
        var retryAt = row.retryAt();
        if (row.state() == LedgerState.RETRY_WAIT && retryAt != null) {
            var delay = Duration.between(Instant.now(), retryAt);
            lanes.offerLater(lane, delay.isNegative() ? Duration.ZERO : delay);
        } else if (row.outcome() != null && change.more()) {
            lanes.offer(lane);
        }
    }

    private List<Long> takeSettledDebts() {
        var taken = new ArrayList<Long>();
        for (var next = settledDebts.poll(); next != null; next = settledDebts.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
