package io.inkstream.outbound.delivery;

import io.inkstream.outbound.SendOutcome;
import io.inkstream.outbound.ledger.Census;
import io.inkstream.outbound.ledger.LedgerRow;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What operators see of the sender. Tags hold codes and states, never people. */
final class SenderMetrics {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MeterRegistry registry;
    private final Clock businessClock;
    private final Timer waits;
    private final Map<LedgerState, AtomicLong> open = new EnumMap<>(LedgerState.class);
    /** Looked up in the registry once: that costs more than the counting. */
    private final Map<String, Timer> requests = new ConcurrentHashMap<>();

    private final Map<String, Counter> commands = new ConcurrentHashMap<>();
    private final Map<String, Counter> dead = new ConcurrentHashMap<>();
    private final AtomicLong uncertainSeconds = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();

    SenderMetrics(MeterRegistry registry, Lanes lanes, SendGate gate, Clock businessClock) {
        this.registry = registry;
        this.businessClock = businessClock;
        this.waits = Timer.builder("inkstream.sender.wait")
                .description("from arrival in the ledger to the request, by the business clock")
                .publishPercentileHistogram()
                .register(registry);
        for (var state : LedgerState.values()) {
            var count = new AtomicLong();
            open.put(state, count);
            Gauge.builder("inkstream.sender.ledger.open", count, AtomicLong::get)
                    .tag("state", state.name())
                    .register(registry);
        }
        Gauge.builder("inkstream.sender.uncertain.age", uncertainSeconds, AtomicLong::get)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("inkstream.sender.duplicates", duplicates, AtomicLong::get)
                .description("commands in the ledger that WhatsApp accepted twice")
                .register(registry);
        Gauge.builder("inkstream.sender.oldest.age", oldestSeconds, AtomicLong::get)
                .description("since the oldest unfinished command came, by the real clock")
                .baseUnit("seconds")
                .register(registry);
        FunctionCounter.builder("inkstream.sender.tokens.waited", gate, it -> it.starvedNanos() / NANOS_PER_SECOND)
                .description("how long messages waited for the throughput of their number")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("inkstream.sender.lanes.waiting", lanes, Lanes::waitingCount)
                .register(registry);
        Gauge.builder("inkstream.sender.lanes.busy", lanes, Lanes::busyCount).register(registry);
        Gauge.builder(
                        "inkstream.sender.numbers.held",
                        gate,
                        held -> held.heldNumbers().size())
                .register(registry);
    }

    void began(LedgerRow row) {
        waits.record(Duration.between(row.createdAt(), businessClock.instant()));
    }

    void answered(SendOutcome outcome, Duration took) {
        var code = outcome instanceof SendOutcome.Refused refused
                ? String.valueOf(refused.error().code())
                : "";
        var name = outcome.getClass().getSimpleName();
        requests.computeIfAbsent(
                        name + code, _ -> registry.timer("inkstream.sender.requests", "outcome", name, "code", code))
                .record(took);
    }

    void ended(LedgerRow row) {
        var outcome = row.outcome() == null ? "" : row.outcome().name();
        var messageClass = row.command().messageClass().name();
        commands.computeIfAbsent(
                        outcome + messageClass,
                        _ -> registry.counter("inkstream.sender.commands", "outcome", outcome, "class", messageClass))
                .increment();
        if (row.outcome() == Outcome.FAILED || row.outcome() == Outcome.DEAD) {
            var reason = row.errorCode() == null
                    ? row.state().name().toLowerCase(Locale.ROOT)
                    : "whatsapp." + row.errorCode();
            dead.computeIfAbsent(reason, _ -> registry.counter("inkstream.sender.dead.letters", "reason", reason))
                    .increment();
        }
    }

    void counted(Census census) {
        open.forEach((state, count) -> count.set(census.openByState().getOrDefault(state.name(), 0L)));
        uncertainSeconds.set(census.oldestUncertain()
                .map(since -> Duration.between(since, businessClock.instant()).toSeconds())
                .orElse(0L));
        duplicates.set(census.duplicates());
        oldestSeconds.set(census.oldest()
                .map(since -> Duration.between(since, Instant.now()).toSeconds())
                .orElse(0L));
    }
}
