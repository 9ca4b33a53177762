package io.inkstream.ingress.tables;

import io.inkstream.schemas.json.UnreadableRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads compacted topics from their beginning to the end they have at the start, then follows them for ever, on a
 * thread of its own. A lost broker is waited for; after an error of the client it goes on where it was.
 */
public final class TableFollower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TableFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final Map<String, TableSink> sinks;
    private final Counter unreadable;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("ingress-tables").daemon().unstarted(this::run);

    /** {@code settings}: the consumer's connection settings; {@code sinks}: topic name to whoever takes its records. */
    public TableFollower(Map<String, Object> settings, Map<String, TableSink> sinks, MeterRegistry meters) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG); // every instance reads everything
        this.sinks = Map.copyOf(sinks);
        this.unreadable = meters.counter("inkstream.ingress.tables.unreadable");
    }

    public void start() {
        thread.start();
    }

    /** Waits until everything has been read that stood on the topics at the start; false when closed before. */
    public boolean awaitCaughtUp() throws InterruptedException {
        while (closing.getCount() > 0) {
            if (caughtUp.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        closing.countDown();
        if (!thread.isAlive()) {
            return; // closed before it was started
        }
        try {
            thread.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (KafkaException e) {
                log.atWarn().setCause(e).log("reading the tables failed; it goes on where it was");
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        for (var partition : partitions) {
            var position = positions.get(partition);
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
        var ends = consumer.endOffsets(partitions);
        while (closing.getCount() > 0) {
            consumer.poll(caughtUp.getCount() > 0 ? Duration.ofMillis(10) : POLL)
                    .forEach(this::apply);
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            if (caughtUp.getCount() > 0 && reached(ends)) {
                caughtUp.countDown();
            }
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Collection<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return sinks.keySet().stream()
                .flatMap(topic -> {
                    var infos = consumer.partitionsFor(topic);
                    if (infos == null || infos.isEmpty()) {
                        throw new KafkaException("topic " + topic + " does not exist");
                    }
                    return infos.stream();
                })
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        var sink = sinks.get(record.topic());
        if (sink == null || record.key() == null) {
            return; // a compacted topic holds no record without a key
        }
        try {
            sink.apply(record.key(), record.value());
        } catch (UnreadableRecord e) {
            skip(record, e.getMessage());
        } catch (RuntimeException e) { // a field that should be there and is not: no record may stop the table
            skip(record, e.getClass().getSimpleName());
        }
    }

    private void skip(ConsumerRecord<String, byte[]> record, @Nullable String why) {
        unreadable.increment();
        log.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("outcome", why)
                .log("skipped an unreadable record; the last good one stays in force");
    }

    private void pause() {
        try {
            closing.await(AFTER_ERROR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }
}
