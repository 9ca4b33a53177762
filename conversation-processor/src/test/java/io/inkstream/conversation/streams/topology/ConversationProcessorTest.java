package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What one task keeps in memory, and for how long. */
class ConversationProcessorTest {
    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final KeyValueStore<String, byte[]> conversations = store(Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(ConversationTopology.CONVERSATIONS_STORE),
                    Serdes.String(),
                    Serdes.ByteArray())
            .withLoggingDisabled());
    private final ConversationProcessor processor = processor();

    /** Kafka Streams closes and starts the same processor again when it takes a task's stores back to the last commit. */
    @Test
    void task_whenStartedAgainAfterAnAbort_remembersNothingOfTheAbortedTransaction() {
        receive(0, message("wamid.1").text("hi"));
        receive(1, message("wamid.2").text("hi"));
        assertThat(decisions()).extracting(DecisionRecord::seq).containsExactly(1L, 2L);

        processor.close();
        rollBackStores();
        context.resetForwards();
        processor.init(context);
        receive(0, message("wamid.1").text("hi"));

        assertThat(decisions()).extracting(DecisionRecord::seq).containsExactly(1L);
    }

    /** Somebody rewound the group with its stores intact: what was decided stands, and is not decided or told again. */
    @Test
    void sameRecordOfTheLog_readAgain_writesNothing() {
        receive(0, message("wamid.1").text("hi"));
        context.resetForwards();

        receive(0, message("wamid.1").text("hi"));

        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void copyElsewhereOnTheLog_isADuplicate() {
        receive(0, message("wamid.1").text("hi"));
        context.resetForwards();

        receive(7, message("wamid.1").text("hi"));

        assertThat(decisions().getFirst().events()).hasExactlyElementsOfTypes(LeadEvent.DuplicateIgnored.class);
    }

    @Test
    void conversation_whenPushedOutOfMemory_isReadFromTheStore() {
        receive(0, message("wamid.1").from("447700900001").text("hi"));
        receive(1, message("wamid.2").from("447700900002").text("hi"));
        receive(2, message("wamid.3").from("447700900003").text("hi"));
        receive(3, message("wamid.4").from("447700900001").text("hi"));

        assertThat(decisions()).extracting(DecisionRecord::seq).containsExactly(1L, 1L, 1L, 2L);
    }

    private void receive(long offset, Incoming incoming) {
        context.setRecordMetadata(incoming.topic().name(), 0, offset);
        context.setCurrentStreamTimeMs(Incoming.T0.toEpochMilli());
        context.setCurrentSystemTimeMs(Incoming.T0.toEpochMilli());
        processor.process(new Record<>(
                incoming.key().getBytes(StandardCharsets.UTF_8),
                Json.write(incoming.value()),
                Incoming.T0.toEpochMilli(),
                new RecordHeaders()));
    }

    private List<DecisionRecord> decisions() {
        return context.forwarded(Output.sinkOf(Topics.LEAD_EVENTS)).stream()
                .map(forward ->
                        Topics.LEAD_EVENTS.read((byte[]) forward.record().value()))
                .toList();
    }

    private void rollBackStores() {
        conversations.delete(Studios.STUDIO + "/" + Incoming.ANA);
        var seen = context.<org.apache.kafka.streams.state.WindowStore<byte[], byte[]>>getStateStore(
                ConversationTopology.SEEN_STORE);
        try (var all = seen.all()) {
            all.forEachRemaining(
                    entry -> seen.put(entry.key.key(), null, entry.key.window().start()));
        }
    }

    private ConversationProcessor processor() {
        store(Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(
                                ConversationTopology.SEEN_STORE, SeenInputs.KEPT, SeenInputs.DAY, false),
                        Serdes.ByteArray(),
                        Serdes.ByteArray())
                .withLoggingDisabled());
        store(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(ConversationTopology.TIMERS_STORE),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withLoggingDisabled());
        KeyValueStore<String, byte[]> settings = store(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(ConversationTopology.SETTINGS_STORE),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withLoggingDisabled());
        StudioConfig studio = Studios.studio();
        settings.put(studio.studio(), Json.write(studio));
        var created = new ConversationProcessor(
                SmallRules::decide,
                new TopologySettings(true, 2, Duration.ZERO, Duration.ofMillis(20)),
                Clock.fixed(Incoming.T0, ZoneOffset.UTC),
                new ProcessorMetrics(new SimpleMeterRegistry()),
                new PendingAlerts(),
                new CommitPace(Duration.ofMillis(20), System::nanoTime));
        created.init(context);
        return created;
    }

    private <S extends StateStore> S store(StoreBuilder<S> builder) {
        var store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }
}
