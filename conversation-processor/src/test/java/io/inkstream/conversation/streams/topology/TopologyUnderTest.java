package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The topology in Kafka's test driver: {@code topology.receives(..)}, then {@code topology.sends(..).andNothingElse()}.
 * The business clock stands still but for {@link #advance}.
 */
final class TopologyUnderTest implements AutoCloseable {
    private final Rules rules;
    private final StandingClock clock = new StandingClock();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Map<Topic<?>, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final Map<Topic<?>, List<TestRecord<byte[], byte[]>>> written = new HashMap<>();
    private int messagesSeen;
    private TopologyTestDriver driver;

    private TopologyUnderTest(Rules rules) {
        this.rules = rules;
        this.driver = start();
    }

    static TopologyUnderTest with(Rules rules, StudioConfig... studios) {
        var topology = new TopologyUnderTest(rules);
        for (var studio : studios) {
            topology.publishes(studio);
        }
        return topology;
    }

    private TopologyTestDriver start() {
        var settings = new TopologySettings(true, 100, Duration.ZERO, Duration.ofMillis(20));
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "processor-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, temporaryFolder());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksMemory.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailOnProcessingFault.class);
        return new TopologyTestDriver(
                new ConversationTopology(rules, settings, clock, metrics).build(), config, clock.instant());
    }

    // --- what it receives

    TopologyUnderTest receives(Incoming incoming) {
        var headers = new RecordHeaders();
        incoming.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        input(incoming.topic())
                .pipeInput(new TestRecord<>(incoming.key(), Json.write(incoming.value()), headers, clock.instant()));
        return this;
    }

    TopologyUnderTest receives(Topic<?> topic, @Nullable String key, byte @Nullable [] bytes) {
        input(topic).pipeInput(new TestRecord<>(key, bytes, clock.instant()));
        return this;
    }

    TopologyUnderTest publishes(StudioConfig settings) {
        input(Topics.STUDIO_CONFIG).pipeInput(settings.versionedKey(), Json.write(settings));
        input(Topics.STUDIO_CONFIG).pipeInput(settings.studio(), Json.write(settings));
        return this;
    }

    /** Moves the business clock and the machine's clock on. */
    TopologyUnderTest advance(Duration by) {
        clock.now = clock.now.plus(by);
        driver.advanceWallClockTime(by);
        return this;
    }

    // --- what it writes

    /** The copy keys of the messages since the last look, in order. */
    Sent sends(String... copyKeys) {
        var all = messages();
        var since = all.subList(messagesSeen, all.size());
        assertThat(since.stream().map(SendMessage::copyKey).limit(copyKeys.length))
                .containsExactly(copyKeys);
        messagesSeen += copyKeys.length;
        return new Sent(since.subList(Math.min(copyKeys.length, since.size()), since.size()));
    }

    record Sent(List<SendMessage> rest) {
        void andNothingElse() {
            assertThat(rest).isEmpty();
        }
    }

    List<SendMessage> messages() {
        return values(Topics.OUTBOUND).stream()
                .filter(SendMessage.class::isInstance)
                .map(SendMessage.class::cast)
                .toList();
    }

    List<OutboundCommand.FactsOnly> facts() {
        return values(Topics.OUTBOUND).stream()
                .filter(OutboundCommand.FactsOnly.class::isInstance)
                .map(OutboundCommand.FactsOnly.class::cast)
                .toList();
    }

    /** The decision log of one contact. */
    List<DecisionRecord> decisions(String phone) {
        return decisionsOf(Studios.STUDIO + "/" + phone);
    }

    List<DecisionRecord> decisionsOf(String conversationKey) {
        var contactId = Ids.contactId(conversationKey);
        return values(Topics.LEAD_EVENTS).stream()
                .filter(record -> record.contactId().equals(contactId))
                .toList();
    }

    <T extends WireRecord> List<T> values(Topic<T> topic) {
        return records(topic).stream().map(record -> topic.read(record.value())).toList();
    }

    /** Everything written to a topic since the start. */
    List<TestRecord<byte[], byte[]>> records(Topic<?> topic) {
        var all = written.computeIfAbsent(topic, _ -> new ArrayList<>());
        var output = driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        if (driver.producedTopicNames().contains(topic.name())) {
            all.addAll(output.readRecordsToList());
        }
        return all;
    }

    Instant now() {
        return clock.instant();
    }

    double count(String meter) {
        return metrics.find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    TopologyTestDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.close();
    }

    private TestInputTopic<String, byte[]> input(Topic<?> topic) {
        return inputs.computeIfAbsent(
                topic, t -> driver.createInputTopic(t.name(), new StringSerializer(), new ByteArraySerializer()));
    }

    private static String temporaryFolder() {
        try {
            return Files.createTempDirectory("inkstream-topology").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves only when told. */
    private static final class StandingClock extends Clock {
        private Instant now = Incoming.T0;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
