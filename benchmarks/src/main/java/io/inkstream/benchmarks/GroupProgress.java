package io.inkstream.benchmarks;

import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has come on {@code wa.inbound.v1}, by what it has committed. */
final class GroupProgress implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Admin admin;

    GroupProgress(String bootstrap) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** Follows a group from now on. */
    Following follow(String group) {
        return new Following(group);
    }

    /** A group on its way to the end of the topic. */
    final class Following {
        private final String group;

        private Following(String group) {
            this.group = group;
        }

        /**
         * Waits until the group has committed everything; returns records a second, counted from the time that it has
         * been at work for so long, or from the middle of the records if it is faster than that.
         */
        double awaitEnd(Duration warmUp) throws InterruptedException {
            var total = end();
            var deadline = System.nanoTime() + LIMIT.toNanos();
            var workingSince = 0L;
            var warmAt = 0L;
            var warmCount = 0L;
            while (System.nanoTime() < deadline) {
                var done = committed(group);
                var now = System.nanoTime();
                if (workingSince == 0 && done > 0) {
                    workingSince = now;
                }
                if (warmAt == 0 && (done >= total / 2 || (done > 0 && now - workingSince >= warmUp.toNanos()))) {
                    warmAt = now;
                    warmCount = done;
                }
                if (done >= total) {
                    return (done - warmCount) / ((now - warmAt) / 1e9);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            throw new IllegalStateException(
                    group + " committed " + committed(group) + " of " + total + " within " + LIMIT);
        }
    }

    private long end() throws InterruptedException {
        var partitions = new HashMap<TopicPartition, OffsetSpec>();
        for (var description : await(
                        admin.describeTopics(List.of(Topics.INBOUND.name())).allTopicNames())
                .values()) {
            description
                    .partitions()
                    .forEach(partition -> partitions.put(
                            new TopicPartition(description.name(), partition.partition()), OffsetSpec.latest()));
        }
        return await(admin.listOffsets(partitions).all()).values().stream()
                .mapToLong(found -> found.offset())
                .sum();
    }

    private long committed(String group) throws InterruptedException {
        return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.INBOUND.name()) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    private static <V> V await(org.apache.kafka.common.KafkaFuture<V> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not answer about a group", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
