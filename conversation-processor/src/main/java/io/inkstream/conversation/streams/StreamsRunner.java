package io.inkstream.conversation.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the topology once the topics are right and settings exist, and stops it cleanly: an unclean stop would have the
 * stores restored from their changelogs.
 */
final class StreamsRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StreamsRunner.class);

    private final Topology topology;
    private final Properties settings;
    private final TopicCheck topics;
    private final SettingsGate gate;
    private final LastStop lastStop;
    private final CloseOptions closing;

    private volatile boolean wanted;
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable Thread starter;
    private volatile String waitingFor = "start";

    StreamsRunner(
            Topology topology,
            Properties settings,
            TopicCheck topics,
            SettingsGate gate,
            ProcessorProperties properties,
            MeterRegistry metrics) {
        this.topology = topology;
        this.settings = settings;
        this.topics = topics;
        this.gate = gate;
        this.lastStop = new LastStop(properties.stateDir(), properties.applicationId());
        // A named instance keeps its place in the group over a restart; others give their partitions away at once.
        this.closing = CloseOptions.timeout(properties.closePatience())
                .withGroupMembershipOperation(
                        properties.instanceId() == null
                                ? GroupMembershipOperation.LEAVE_GROUP
                                : GroupMembershipOperation.REMAIN_IN_GROUP);
        Gauge.builder("inkstream.processor.streams.state", this, StreamsRunner::stateCode)
                .description("Kafka Streams' state: 0 not running, 1 rebalancing or restoring, 2 running, -1 failed")
                .register(metrics);
    }

    /** Fails for topics that are not as the catalogue says, and for a state folder in use; settings may come later. */
    @Override
    public void start() {
        topics.requireTopics();
        var created = new KafkaStreams(topology, settings);
        if (lastStop.wasUnclean()) {
            // What Kafka Streams would do itself, task by task, with errors and stack traces for what is no fault.
            log.atWarn().log("the last stop was unclean, all stores are restored from their changelogs");
            created.cleanUp();
        }
        lastStop.started();
        created.setUncaughtExceptionHandler(new ThreadReplacement(Clock.systemUTC()));
        created.setStateListener(
                (next, before) -> log.atInfo().addKeyValue("outcome", next).log("streams state changed"));
        streams = created;
        wanted = true;
        waitingFor = "settings of a studio";
        BooleanSupplier stillWanted = () -> wanted;
        starter = Thread.ofPlatform().name("processor-start").daemon().start(() -> {
            if (gate.await(stillWanted)) {
                waitingFor = "partitions";
                created.start();
            }
        });
    }

    @Override
    public void stop() {
        wanted = false;
        join(starter);
        var running = streams;
        if (running != null) {
            if (running.close(closing)) {
                lastStop.clean();
            } else {
                log.atWarn().log("streams did not stop in time, stores will be restored at the next start");
            }
        }
        streams = null;
    }

    @Override
    public boolean isRunning() {
        return wanted;
    }

    /** Whether inputs are being decided right now. */
    boolean isDeciding() {
        return state() == KafkaStreams.State.RUNNING;
    }

    /** The client gave up, and no waiting will mend it. */
    boolean hasFailed() {
        return wanted && (state() == KafkaStreams.State.ERROR || state() == KafkaStreams.State.PENDING_ERROR);
    }

    KafkaStreams.State state() {
        var present = streams;
        return present == null ? KafkaStreams.State.NOT_RUNNING : present.state();
    }

    /** What stands between now and deciding, for operators. */
    String waitingFor() {
        return waitingFor;
    }

    private double stateCode() {
        return switch (state()) {
            case RUNNING -> 2;
            case REBALANCING -> 1;
            case CREATED, PENDING_SHUTDOWN, NOT_RUNNING -> 0;
            case ERROR, PENDING_ERROR -> -1;
        };
    }

    private static void join(@Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
