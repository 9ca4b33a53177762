package io.inkstream.admin.projection;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.inkstream.admin.projection.ProjectorStatus.Activity;
import io.inkstream.admin.projection.rows.LogRecord;
import io.inkstream.admin.projection.rows.Tables;
import io.inkstream.admin.projection.rows.TopicProjection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One consumer thread that follows the log into the live projection. The database's offsets are the truth: they are read
 * and sought on every assignment; those that it commits to Kafka serve lag monitoring only.
 */
final class Projector implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);
    private static final Map<String, TopicProjection> PROJECTIONS = TopicProjection.ALL.stream()
            .collect(toUnmodifiableMap(projection -> projection.topic().name(), Function.identity()));

    private final int number;
    private final Supplier<KafkaConsumer<String, byte[]>> consumers;
    private final ProjectionSchemas schemas;
    private final Function<ProjectionSchema, PartitionWriter> writers;
    private final ProjectorProperties settings;
    private final ProjectorStatus status;

    /** Assigned, but not yet put where the database stands; paused meanwhile. */
    private final Set<TopicPartition> unplaced = new HashSet<>();

    private final Map<TopicPartition, LogPosition> positions = new HashMap<>();
    private @Nullable PartitionWriter writer;
    private @Nullable ProjectionSchema projection;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean stopping;
    private long committedNanos = System.nanoTime();

    Projector(
            int number,
            Supplier<KafkaConsumer<String, byte[]>> consumers,
            ProjectionSchemas schemas,
            Function<ProjectionSchema, PartitionWriter> writers,
            ProjectorProperties settings,
            ProjectorStatus status) {
        this.number = number;
        this.consumers = consumers;
        this.schemas = schemas;
        this.writers = writers;
        this.settings = settings;
        this.status = status;
    }

    /** Ends the loop after the batch at hand. */
    void stop() {
        stopping = true;
        var running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    @Override
    public void run() {
        status.is(number, new Activity.Starting());
        try (var kafka = consumers.get()) {
            consumer = kafka;
            kafka.subscribe(PROJECTIONS.keySet(), new Assignments());
            while (!stopping) {
                round(kafka);
            }
        } catch (WakeupException e) {
            LOG.debug("projector woken up to stop");
        } catch (RuntimeException | Error e) { // the thread ends here in any case: readiness must tell
            status.is(number, new Activity.Broken(e.getClass().getSimpleName()));
            LOG.error("projector ended: restart the service once the cause is mended", e);
        }
    }

    private void round(KafkaConsumer<String, byte[]> kafka) {
        try {
            if (!unplaced.isEmpty()) {
                place(kafka); // before the poll, which then returns nothing from where the partition stood until now
            }
            project(kafka.poll(settings.pollTimeout()));
            if (unplaced.isEmpty() && joined(kafka)) {
                status.is(number, new Activity.Following());
            }
            commitHint(kafka);
            measureLag(kafka);
        } catch (RetriableException e) {
            LOG.warn("Kafka does not answer, projection tries again: {}", e.getMessage());
        } catch (DatabaseUnavailable | DataAccessException | TransactionException e) {
            waitForDatabase(kafka, e);
        }
    }

    private static boolean joined(KafkaConsumer<String, byte[]> kafka) {
        return kafka.groupMetadata().generationId() >= 0;
    }

    private void project(ConsumerRecords<String, byte[]> records) {
        for (var partition : records.partitions()) {
            var from = positions.get(partition);
            if (from == null) {
                continue; // taken away, or read before it was placed: it is read again from the right place
            }
            var news = records.records(partition).stream()
                    .filter(record -> record.offset() >= from.next())
                    .map(Projector::logRecord)
                    .toList();
            if (!news.isEmpty()) {
                project(partition, from, news);
            }
        }
    }

    private void project(TopicPartition partition, LogPosition from, List<LogRecord> records) {
        var projection = PROJECTIONS.get(partition.topic());
        if (projection == null || writer == null) {
            throw new IllegalStateException("nothing projects " + partition.topic());
        }
        try {
            positions.put(partition, writer.write(projection, from, records));
        } catch (StalePosition e) {
            LOG.atInfo()
                    .addKeyValue("topic", partition.topic())
                    .addKeyValue("partition", partition.partition())
                    .log("position moved by somebody else, reading it again");
            positions.remove(partition);
            unplaced.add(partition);
        }
    }

    /** Puts the partitions where the live projection stands. */
    private void place(KafkaConsumer<String, byte[]> kafka) {
        var live = schemas.liveOrFirst();
        if (live.format() != Tables.FORMAT) {
            status.is(number, new Activity.WaitingForRebuild());
            kafka.pause(kafka.assignment());
            return; // looked at again in the next round
        }
        if (!live.equals(projection)) {
            projection = live;
            writer = writers.apply(live);
            unplaced.addAll(kafka.assignment());
        }
        unplaced.retainAll(kafka.assignment());
        var asked = unplaced.stream()
                .map(partition -> new LogPosition(partition.topic(), partition.partition(), 0))
                .toList();
        var starts = kafka.beginningOffsets(unplaced);
        var ends = kafka.endOffsets(unplaced);
        var tooShort = new ArrayList<String>();
        for (var position : schemas.positions(live, asked)) {
            var partition = new TopicPartition(position.topic(), position.partition());
            if (position.next() > ends.getOrDefault(partition, Long.MAX_VALUE)) {
                tooShort.add(position.toString());
                kafka.pause(List.of(partition));
                continue;
            }
            place(kafka, partition, position, starts.getOrDefault(partition, 0L));
        }
        status.logTooShort(
                tooShort.isEmpty()
                        ? null
                        : "the log ends before " + tooShort
                                + ", where the projection stands: was Kafka emptied? Run: inkstream replay projections");
        unplaced.clear();
    }

    private void place(
            KafkaConsumer<String, byte[]> kafka, TopicPartition partition, LogPosition position, long start) {
        if (position.next() < start && position.next() > 0) {
            LOG.atWarn()
                    .addKeyValue("topic", position.topic())
                    .addKeyValue("partition", position.partition())
                    .addKeyValue("offset", position.next())
                    .log("the log no longer holds the next records: projecting from its start");
        }
        kafka.seek(partition, Math.max(position.next(), start));
        kafka.resume(List.of(partition));
        positions.put(partition, position);
    }

    /** Stays in the group, reads nothing, and tries until the database answers; then everything is placed anew. */
    private void waitForDatabase(KafkaConsumer<String, byte[]> kafka, RuntimeException why) {
        LOG.warn("database not available, projection waits: {}", why.getMessage());
        status.is(number, new Activity.WaitingForDatabase(why.getClass().getSimpleName()));
        unplaced.addAll(kafka.assignment());
        positions.clear();
        var pause = settings.databaseRetry();
        while (!stopping) {
            kafka.pause(kafka.assignment());
            kafka.poll(pause);
            try {
                place(kafka);
                LOG.info("database available again, projection goes on");
                return;
            } catch (DatabaseUnavailable | DataAccessException | TransactionException | RetriableException e) {
                var doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(settings.databaseRetryMax()) > 0 ? settings.databaseRetryMax() : doubled;
            }
        }
    }

    private void commitHint(KafkaConsumer<String, byte[]> kafka) {
        if (System.nanoTime() - committedNanos < COMMIT_EVERY.toNanos() || positions.isEmpty()) {
            return;
        }
        committedNanos = System.nanoTime();
        kafka.commitAsync(
                positions.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                entry -> new OffsetAndMetadata(entry.getValue().next()))),
                (_, failure) -> {
                    if (failure != null) {
                        LOG.debug("offset hint not committed", failure);
                    }
                });
    }

    private void measureLag(KafkaConsumer<String, byte[]> kafka) {
        var byTopic = new HashMap<String, Long>();
        positions
                .keySet()
                .forEach(partition -> byTopic.merge(
                        partition.topic(), kafka.currentLag(partition).orElse(0), Long::sum));
        byTopic.forEach(status::lag);
    }

    private static LogRecord logRecord(ConsumerRecord<String, byte[]> record) {
        return new LogRecord(record.key(), record.value(), record.partition(), record.offset());
    }

    /** Only notes what changed: the database is asked in the loop, where its failures are handled. */
    private final class Assignments implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            var kafka = consumer;
            if (kafka != null) {
                kafka.pause(partitions);
            }
            unplaced.addAll(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(positions::remove);
            unplaced.removeAll(partitions);
        }
    }
}
