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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    /** One place in so many. */
    private static final int WORTH_A_COMMIT = 8;

    private static final Duration SETTLED_DEBTS_MAY_WAIT = Duration.ofMillis(200);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(500);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final Lanes lanes;
    private final Announcer announcer;
    private final SenderMetrics metrics;
    private final Duration gatheredFor;
    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    /** Lanes whose outcome is known and not yet written: whoever asks for one of them waits for this writer. */
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();

    private final ConcurrentLinkedQueue<Long> settledDebts = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closing;

    private sealed interface Entry {
        record Settled(Settlement settlement, boolean waitedFor) implements Entry {}

        record Statuses(List<StatusReport> reports, CompletableFuture<Boolean> written) implements Entry {}

        /** Nothing to write, but somebody waits for what is there. */
        record Hurry() implements Entry {}
    }

    /** {@code gatheredFor}: how long an outcome that nobody waits for may wait for others. */
    LedgerWriter(Ledger ledger, Lanes lanes, Announcer announcer, SenderMetrics metrics, Duration gatheredFor) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.announcer = announcer;
        this.metrics = metrics;
        this.gatheredFor = gatheredFor;
        this.thread = Thread.ofPlatform().name("ledger-writer").unstarted(this::run);
    }

    void start() {
        lanes.whenWaitedFor(this::hurryFor, this::hurryForRoom);
        thread.start();
    }

    /** What became of a claim of this instance; its lane is freed once that is committed. */
    void settle(Settlement settlement) {
        var lane = LaneRef.of(settlement.row().command());
        // In this order: whoever asks for the lane from now on finds it here, whoever asked before is found by the
        // lanes.
        unwritten.add(lane.lane());
        entries.add(new Entry.Settled(settlement, lanes.isAskedAgain(lane)));
    }

    private void hurryFor(LaneRef lane) {
        if (unwritten.contains(lane.lane())) {
            entries.add(new Entry.Hurry());
        }
    }

    /** Only when writing frees a good part of all places: the fewer commits, the faster all of them. */
    private void hurryForRoom() {
        if (unwritten.size() * WORTH_A_COMMIT >= lanes.concurrency()) {
            entries.add(new Entry.Hurry());
        }
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

    /**
     * One commit for many: waits a moment for others, unless somebody waits for one of these: the next message of its lane, or
     * all who need one of the places of requests under way.
     */
    private void gather(List<Entry> batch) throws InterruptedException {
        entries.drainTo(batch, BATCH_MAX - batch.size());
        var waitedFor = batch.stream().anyMatch(LedgerWriter::isWaitedFor);
        var end = System.nanoTime() + gatheredFor.toNanos();
        for (var left = gatheredFor.toNanos(); left > 0 && !waitedFor && !closing && batch.size() < BATCH_MAX; ) {
            var next = entries.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
                waitedFor = isWaitedFor(next);
            }
            left = end - System.nanoTime();
        }
        entries.drainTo(batch, BATCH_MAX - batch.size());
    }

    private static boolean isWaitedFor(Entry entry) {
        return switch (entry) {
            case Entry.Settled settled -> settled.waitedFor();
            case Entry.Statuses _ -> false;
            case Entry.Hurry _ -> true;
        };
    }

    private void write(List<Entry> batch) throws InterruptedException {
        var settlements = new ArrayList<Settlement>();
        var reports = new ArrayList<StatusReport>();
        for (var entry : batch) {
            switch (entry) {
                case Entry.Settled settled -> settlements.add(settled.settlement());
                case Entry.Statuses statuses -> reports.addAll(statuses.reports());
                case Entry.Hurry _ -> {}
            }
        }
        if (settlements.isEmpty() && reports.isEmpty() && settledDebts.isEmpty()) {
            return;
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
        unwritten.remove(lane.lane());
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
