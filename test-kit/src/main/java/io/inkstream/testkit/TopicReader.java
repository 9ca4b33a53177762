package io.inkstream.testkit;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Everything committed on one topic so far, as a test sees it. For one thread. */
public final class TopicReader<T extends WireRecord> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Topic<T> topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Entry<T>> entries = new ArrayList<>();

    /** One record: its value is absent for a tombstone. */
    public record Entry<T>(String key, @Nullable T value, ConsumerRecord<String, byte[]> source) {

        /** The value of a record that is no tombstone. */
        public T required() {
            if (value == null) {
                throw new AssertionError("a tombstone for " + key);
            }
            return value;
        }

        /** A header as text, if present. */
        public @Nullable String header(String name) {
            var header = source.headers().lastHeader(name);
            return header == null ? null : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    TopicReader(String bootstrap, Topic<T> topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "test-reader-" + UUID.randomUUID(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until at least one record, read before or now, satisfies the condition; returns the first. */
    public Entry<T> await(Predicate<Entry<T>> condition, Duration limit) {
        return await(condition, 1, limit).getFirst();
    }

    /** Waits until at least {@code count} records satisfy the condition; returns all that do, in log order per partition. */
    public List<Entry<T>> await(Predicate<Entry<T>> condition, int count, Duration limit) {
        var deadline = Instant.now().plus(limit);
        while (true) {
            poll();
            var found = entries.stream().filter(condition).toList();
            if (found.size() >= count) {
                return found;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("after " + limit + " " + topic.name() + " holds " + found.size() + " of "
                        + count + " awaited records, among " + entries.size());
            }
        }
    }

    /** Everything committed until now: reads to the present end of the topic. */
    public List<Entry<T>> all() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(entries);
    }

    /** Everything of one key until now. */
    public List<Entry<T>> all(String key) {
        return all().stream().filter(entry -> key.equals(entry.key())).toList();
    }

    private void poll() {
        consumer.poll(POLL)
                .forEach(record -> entries.add(
                        new Entry<>(record.key(), record.value() == null ? null : topic.read(record.value()), record)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
