package io.inkstream.schemas.topics;

import static java.util.stream.Collectors.toMap;

import io.inkstream.schemas.topics.Topic.PartitionGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** Creates the catalogue's topics on a cluster, and checks that a cluster has them as the catalogue says. */
public final class TopicCreation {
    private static final long TIMEOUT_SECONDS = 60;
    /** Far-future record times would expire windows and timers at once; five minutes is honest clock skew. */
    private static final String FUTURE_TIMESTAMP_MS_MAX = "300000";

    private TopicCreation() {}

    /**
     * How a cluster is laid out.
     *
     * @param conversationPartitions partitions of every topic keyed by conversation
     * @param artistPartitions partitions of every topic keyed by artist
     */
    public record Layout(int conversationPartitions, int artistPartitions, short replication, int minInSync) {
        public static final Layout STANDALONE = new Layout(4, 2, (short) 1, 1);

        public int partitions(PartitionGroup group) {
            return switch (group) {
                case CONVERSATION -> conversationPartitions;
                case ARTIST -> artistPartitions;
                case SINGLE -> 1;
            };
        }
    }

    /** Creates what is missing; leaves existing topics alone. Returns the names it created. */
    public static List<String> createMissing(Admin admin, Layout layout) {
        var existing = await(admin.listTopics().names());
        var missing = Topics.ALL.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        await(admin.createTopics(
                        missing.stream().map(topic -> newTopic(topic, layout)).toList())
                .all());
        return missing.stream().map(Topic::name).toList();
    }

    /**
     * What keeps this cluster from serving the pipeline, in words for an operator: missing topics, and groups whose
     * partition counts differ, which would send one conversation to two tasks. Empty when all is well.
     */
    public static List<String> problems(Admin admin) {
        var existing = await(admin.listTopics().names());
        var problems = new ArrayList<String>();
        var present = new ArrayList<Topic<?>>();
        for (var topic : Topics.ALL) {
            if (existing.contains(topic.name())) {
                present.add(topic);
            } else {
                problems.add("topic " + topic.name() + " does not exist; create it with: inkstream topics create");
            }
        }
        var counts =
                await(admin.describeTopics(present.stream().map(Topic::name).toList())
                                .allTopicNames())
                        .values()
                        .stream()
                        .collect(toMap(
                                TopicDescription::name,
                                description -> description.partitions().size()));
        for (var group : PartitionGroup.values()) {
            var ofGroup = new HashMap<Integer, List<String>>();
            present.stream()
                    .filter(topic -> topic.group() == group)
                    .forEach(topic -> ofGroup.computeIfAbsent(counts.get(topic.name()), count -> new ArrayList<>())
                            .add(topic.name()));
            if (ofGroup.size() > 1) {
                problems.add("partition counts of the " + group + " topics differ: " + ofGroup);
            }
        }
        return problems;
    }

    private static NewTopic newTopic(Topic<?> topic, Layout layout) {
        var config = new HashMap<String, String>();
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(layout.minInSync()));
        var retention = topic.retention();
        if (retention == null) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            config.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()));
        }
        if (topic.appendTime()) {
            config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        } else {
            config.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, FUTURE_TIMESTAMP_MS_MAX);
        }
        return new NewTopic(topic.name(), layout.partitions(topic.group()), layout.replication())
                .configs(Map.copyOf(config));
    }

    private static <V> V await(org.apache.kafka.common.KafkaFuture<V> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while talking to Kafka", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer about its topics: " + e.getMessage(), e);
        }
    }
}
