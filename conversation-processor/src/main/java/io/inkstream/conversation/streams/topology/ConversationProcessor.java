package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.streams.topology.Consequences.Result;
import io.inkstream.schemas.lead.InputRef;
import io.inkstream.schemas.topics.Topics;
import java.time.Clock;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of its partition's conversations. Has everything worked out first, then puts and forwards it: an input
 * that cannot be decided leaves the stores as they were, and its dead letter goes out in the same transaction.
 */
final class ConversationProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger log = LoggerFactory.getLogger(ConversationProcessor.class);

    private final Rules rules;
    private final TopologySettings settings;
    private final Clock businessClock;
    private final ProcessorMetrics metrics;
    private final PendingAlerts alerts;
    private final CommitPace commits;
    private @Nullable Task task;

    ConversationProcessor(
            Rules rules,
            TopologySettings settings,
            Clock businessClock,
            ProcessorMetrics metrics,
            PendingAlerts alerts,
            CommitPace commits) {
        this.rules = rules;
        this.settings = settings;
        this.businessClock = businessClock;
        this.metrics = metrics;
        this.alerts = alerts;
        this.commits = commits;
    }

    /** What exists from {@code init} to {@code close}: nothing of it may survive into the task's next life. */
    private record Task(
            ProcessorContext<byte[], byte[]> context,
            Conversations conversations,
            SeenInputs seen,
            DueTimers timers,
            Decider decider,
            Rejections rejections,
            CommitPace.OfTask commits) {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        KeyValueStore<String, byte[]> conversationStore =
                context.getStateStore(ConversationTopology.CONVERSATIONS_STORE);
        WindowStore<byte[], byte[]> seenStore = context.getStateStore(ConversationTopology.SEEN_STORE);
        KeyValueStore<String, byte[]> settingsStore = context.getStateStore(ConversationTopology.SETTINGS_STORE);

        var codec = new ConversationCodec();
        var conversations = new Conversations(conversationStore, codec, settings.recentConversations());
        var seen = new SeenInputs(seenStore);
        var timers = new DueTimers(context.getStateStore(ConversationTopology.TIMERS_STORE));
        var studios = new StudioSettings(settingsStore);
        var awaited = new AwaitedSettings(studios, settings.settingsPatience());
        var pace = commits.ofTask(context::commit);
        task = new Task(
                context,
                conversations,
                seen,
                timers,
                new Decider(rules, conversations, seen, awaited, codec),
                new Rejections(conversations, studios, codec),
                pace);
        context.schedule(commits.lookEvery(), PunctuationType.WALL_CLOCK_TIME, _ -> pace.lookAgain());

        var firing = new TimerFiring(timers, conversations, businessClock, metrics, this::write);
        context.schedule(TimerFiring.INTERVAL, PunctuationType.WALL_CLOCK_TIME, _ -> {
            if (settings.firesTimers()) {
                firing.fireDue();
            }
            alerts.take().forEach(this::raise);
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var present = task();
        var arrival = arrival(present.context, record);
        var started = System.nanoTime();
        var consequences = consequences(present, arrival);
        metrics.decideTimer().record(System.nanoTime() - started, java.util.concurrent.TimeUnit.NANOSECONDS);
        apply(present, arrival, consequences);
        metrics.count(consequences.kind(), consequences.result());
        consequences.signals().forEach(metrics::count);
        present.commits.processed(present.context.currentSystemTimeMs() - record.timestamp());
    }

    @Override
    public void close() {
        if (task != null) {
            task.conversations.forget();
            task = null;
        }
    }

    private Consequences consequences(Task present, Arrival arrival) {
        try {
            return present.decider.decide(arrival);
        } catch (KafkaException e) {
            throw e; // the store or the task is broken, not the input
        } catch (RuntimeException | StackOverflowError e) {
            var rejection = present.rejections.of(arrival, e);
            log.atWarn()
                    .addKeyValue("topic", arrival.ref().topic())
                    .addKeyValue("partition", arrival.ref().partition())
                    .addKeyValue("offset", arrival.ref().offset())
                    .addKeyValue("outcome", rejection.kind())
                    .log("input rejected, it is on the dead-letter topic");
            return rejection;
        }
    }

    private void apply(Task present, Arrival arrival, Consequences consequences) {
        var change = consequences.change();
        if (change != null) {
            present.conversations.put(change.key(), change.after(), change.kept());
            if (change.inputKey() != null) {
                present.seen.remember(change.inputKey(), arrival.ref(), arrival.streamDay());
            }
            consequences.alarms().forEach(alarm -> present.timers.put(change.key(), alarm));
        }
        consequences.outputs().forEach(output -> write(output, consequences.trace()));
        if (consequences.result() == Result.REDELIVERY) {
            log.atInfo()
                    .addKeyValue("topic", arrival.ref().topic())
                    .addKeyValue("partition", arrival.ref().partition())
                    .addKeyValue("offset", arrival.ref().offset())
                    .log("record read again, its decision stands");
        }
    }

    /** With the real time: stream time may lag, and the topics' retention goes by the record's time. */
    private void write(Output output, Trace trace) {
        var context = task().context;
        context.forward(
                new Record<>(output.key(), output.value(), context.currentSystemTimeMs(), trace.headers(output)),
                output.sink());
    }

    private void raise(io.inkstream.schemas.system.SystemEvent alert) {
        write(
                Output.of(Topics.SYSTEM_EVENTS, null, alert),
                Trace.started(alert.id(), Objects.requireNonNullElse(alert.studio(), "")));
    }

    private Arrival arrival(ProcessorContext<byte[], byte[]> context, Record<byte[], byte[]> record) {
        var origin = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of no topic reached the conversation"));
        return new Arrival(
                new InputRef(origin.topic(), origin.partition(), origin.offset()),
                record.key(),
                record.value(),
                record.headers(),
                SeenInputs.dayOf(context.currentStreamTimeMs()),
                businessClock.instant());
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("not initialised");
        }
        return task;
    }
}
