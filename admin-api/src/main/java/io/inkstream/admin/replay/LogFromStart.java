package io.inkstream.admin.replay;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.inkstream.admin.projection.LogPosition;
import io.inkstream.admin.projection.PartitionWriter;
import io.inkstream.admin.projection.rows.LogRecord;
import io.inkstream.admin.projection.rows.TopicProjection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the projected topics from their beginning into a rebuilt projection, never further than it is told. */
final class LogFromStart implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<String, TopicProjection> PROJECTIONS = TopicProjection.ALL.stream()
            .collect(toUnmodifiableMap(projection -> projection.topic().name(), Function.identity()));

    private final KafkaConsumer<String, byte[]> consumer;
    private final PartitionWriter writer;
    private final Map<TopicPartition, LogPosition> positions = new HashMap<>();
    private final Map<TopicPartition, Long> starts;
    private long read;

    LogFromStart(KafkaConsumer<String, byte[]> consumer, PartitionWriter writer) {
        this.consumer = consumer;
        this.writer = writer;
        var partitions = PROJECTIONS.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        starts = consumer.beginningOffsets(partitions);
        partitions.forEach(
                partition -> positions.put(partition, new LogPosition(partition.topic(), partition.partition(), 0)));
    }

    /** Every partition of the projected topics, at zero. */
    List<LogPosition> partitions() {
        return positions.keySet().stream()
                .map(partition -> new LogPosition(partition.topic(), partition.partition(), 0))
                .toList();
    }

    /** What the log held when reading began; an end only where the log is shorter than the live projection. */
    List<HeldRange> held(Collection<LogPosition> live) {
        var ends = consumer.endOffsets(positions.keySet());
        var liveNext = byPartition(live);
        return positions.keySet().stream()
                .map(partition -> {
                    var end = ends.getOrDefault(partition, 0L);
                    var tooShort = end < liveNext.getOrDefault(partition, 0L);
                    return new HeldRange(
                            partition.topic(),
                            partition.partition(),
                            starts.getOrDefault(partition, 0L),
                            tooShort ? end : Long.MAX_VALUE);
                })
                .toList();
    }

    /** How many records lie between the log's start and these positions; about, as offsets have gaps. */
    long recordsUpTo(Collection<LogPosition> live) {
        return live.stream()
                .mapToLong(position -> Math.max(0, position.next() - starts.getOrDefault(partition(position), 0L)))
                .sum();
    }

    /** Projects up to exactly these positions, or the log's end where it comes first. Reports how many were read. */
    void catchUpWith(Collection<LogPosition> live, LongConsumer progress) throws InterruptedException {
        var ends = consumer.endOffsets(positions.keySet());
        var targets = byPartition(live);
        targets.replaceAll((partition, next) -> Math.min(next, ends.getOrDefault(partition, 0L)));
        while (true) {
            var behind = targets.entrySet().stream()
                    .filter(target -> consumer.position(target.getKey()) < target.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
            if (behind.isEmpty()) {
                return;
            }
            pauseAllBut(behind);
            var records = consumer.poll(POLL);
            for (var partition : records.partitions()) {
                project(partition, records.records(partition), targets.getOrDefault(partition, 0L));
            }
            progress.accept(read);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private void project(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records, long target) {
        var wanted = records.stream()
                .filter(record -> record.offset() < target)
                .map(record -> new LogRecord(record.key(), record.value(), record.partition(), record.offset()))
                .toList();
        if (wanted.size() < records.size()) {
            consumer.seek(partition, target); // the rest comes later
        }
        if (!wanted.isEmpty()) {
            var projection = Objects.requireNonNull(PROJECTIONS.get(partition.topic()));
            var from = Objects.requireNonNull(positions.get(partition));
            positions.put(partition, writer.write(projection, from, wanted));
            read += wanted.size();
        }
    }

    private void pauseAllBut(Collection<TopicPartition> behind) {
        consumer.pause(consumer.assignment());
        consumer.resume(behind);
    }

    private static Map<TopicPartition, Long> byPartition(Collection<LogPosition> positions) {
        return positions.stream().collect(toMap(LogFromStart::partition, LogPosition::next, (a, _) -> a, HashMap::new));
    }

    private static TopicPartition partition(LogPosition position) {
        return new TopicPartition(position.topic(), position.partition());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
