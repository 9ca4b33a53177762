package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Conversation;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The processor's topology: all conversation inputs into one processor, so that a conversation has exactly one writer.
 * Names of nodes, stores and changelogs are fixed: renaming one leaves its state behind.
 */
public final class ConversationTopology {
    static final String CONVERSATIONS_STORE = "conversations";
    static final String SEEN_STORE = "seen-inputs";
    static final String TIMERS_STORE = "timers";
    static final String SETTINGS_STORE = "studio-settings";

    private static final String INPUTS = "conversation-inputs";
    private static final String CONVERSATION = "conversation";
    private static final String SETTINGS_SOURCE = "studio-config";
    private static final String SETTINGS_INTAKE = "settings-intake";

    private final Rules rules;
    private final TopologySettings settings;
    private final Clock businessClock;
    private final MeterRegistry registry;

    public ConversationTopology(TopologySettings settings, Clock businessClock, MeterRegistry registry) {
        this(Conversation::decide, settings, businessClock, registry);
    }

    ConversationTopology(Rules rules, TopologySettings settings, Clock businessClock, MeterRegistry registry) {
        this.rules = rules;
        this.settings = settings;
        this.businessClock = businessClock;
        this.registry = registry;
    }

    public Topology build() {
        var metrics = new ProcessorMetrics(registry);
        var alerts = new PendingAlerts();
        var commits = new CommitPace(settings.commitInterval(), System::nanoTime);
        var topology = new Topology();

        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(SETTINGS_STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                SETTINGS_SOURCE,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.STUDIO_CONFIG.name(),
                SETTINGS_INTAKE,
                () -> new SettingsIntake(alerts, businessClock));

        topology.addSource(
                AutoOffsetReset.earliest(),
                INPUTS,
                new NoTimeJumps(Clock.systemUTC(), registry),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                InputReader.TOPICS.stream().map(Topic::name).toArray(String[]::new));
        topology.addProcessor(
                CONVERSATION,
                () -> new ConversationProcessor(rules, settings, businessClock, metrics, alerts, commits),
                INPUTS);
        topology.addStateStore(conversations(), CONVERSATION);
        topology.addStateStore(seenInputs(), CONVERSATION);
        topology.addStateStore(timers(), CONVERSATION);

        for (var topic : Output.TOPICS) {
            topology.addSink(
                    Output.sinkOf(topic),
                    topic.name(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer(),
                    CONVERSATION);
        }
        return topology;
    }

    private static StoreBuilder<?> conversations() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CONVERSATIONS_STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
    }

    private static StoreBuilder<?> seenInputs() {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(SEEN_STORE, SeenInputs.KEPT, SeenInputs.DAY, false),
                        Serdes.ByteArray(),
                        Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
    }

    private static StoreBuilder<?> timers() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(TIMERS_STORE), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
    }
}
