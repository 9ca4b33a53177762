package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.streams.topology.Consequences.Result;
import io.inkstream.schemas.lead.Input;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What operators watch. Shared by all tasks. */
final class ProcessorMetrics {
    private final MeterRegistry registry;
    private final Map<String, Counter> byResult = new ConcurrentHashMap<>();
    private final Map<Telemetry.Signal, Counter> bySignal = new ConcurrentHashMap<>();
    private final Timer decide;
    private final Counter timersRead;
    private final Counter timersFired;
    private final Counter timersSuperseded;

    ProcessorMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.decide = Timer.builder("inkstream.processor.decide")
                .description("From a record in hand to everything that follows from it, not yet written")
                .register(registry);
        this.timersRead = Counter.builder("inkstream.processor.timers.read")
                .description("Entries of the timer store read by the due-time scan")
                .register(registry);
        this.timersFired = Counter.builder("inkstream.processor.timers.fired")
                .description("Timers put on lead.commands.v1")
                .register(registry);
        this.timersSuperseded = Counter.builder("inkstream.processor.timers.superseded")
                .description("Due entries that a later setting of the same timer had replaced")
                .register(registry);
    }

    /** The input's kind as it stands on the decision log. */
    static String kindOf(Input input) {
        return switch (input) {
            case Input.ClientMessage _ -> "client-message";
            case Input.ArtistMessage _ -> "artist-message";
            case Input.Command _ -> "command";
            case Input.Timer _ -> "timer";
            case Input.SendOutcome _ -> "send-outcome";
            case Input.Payment _ -> "payment";
        };
    }

    Timer decideTimer() {
        return decide;
    }

    void count(String kind, Result result) {
        byResult.computeIfAbsent(result + kind, _ -> counter(kind, result)).increment();
    }

    /** Counts what a decision says; every tag is a name of ours, so that their number stays small. */
    void count(Telemetry.Signal signal) {
        bySignal.computeIfAbsent(
                        signal,
                        _ -> Counter.builder(signal.meter())
                                .tags(signal.tags().toArray(String[]::new))
                                .register(registry))
                .increment();
    }

    void countScan(int read, int fired, int superseded) {
        timersRead.increment(read);
        timersFired.increment(fired);
        timersSuperseded.increment(superseded);
    }

    private Counter counter(String kind, Result result) {
        return switch (result) {
            case DECIDED ->
                Counter.builder("inkstream.processor.decisions")
                        .description("Inputs decided")
                        .tag("input", kind)
                        .register(registry);
            case DUPLICATE ->
                Counter.builder("inkstream.processor.duplicates")
                        .description("Further copies of an input")
                        .tag("input", kind)
                        .register(registry);
            case REDELIVERY ->
                Counter.builder("inkstream.processor.redeliveries")
                        .description("Records read again whose decision stood already")
                        .tag("input", kind)
                        .register(registry);
            case REJECTED ->
                Counter.builder("inkstream.processor.dead.letters")
                        .description("Inputs on processor.dlt.v1")
                        .tag("reason", kind)
                        .register(registry);
        };
    }
}
