package io.inkstream.schemas.topics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.inkstream.schemas.topics.Topic.PartitionGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the catalogue's topics on a cluster, and checks that a cluster has them as the catalogue says. */
public final class TopicCreation {
    private static final long TIMEOUT_SECONDS = 60;
    /** Far-future record times would expire windows and timers at once; five minutes is honest clock skew. */
    private static final String FUTURE_TIMESTAMP_MS_MAX = "300000";

    /** An erasure is a tombstone: a reader that was away must still see it, after a holiday as well. */
    private static final String TOMBSTONES_KEPT_MS =
            String.valueOf(Duration.ofDays(30).toMillis());

    /** What was erased or replaced must really go from the disk, on a quiet topic too. */
    private static final String COMPACTED_WITHIN_MS =
            String.valueOf(Duration.ofDays(7).toMillis());

    /** Settings that must be as the catalogue says, lest records vanish or a writer moves stream time. */
    private static final List<String> CHECKED =
            List.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);

    private TopicCreation() {}

    /**
     * How a cluster is laid out.
     *
     * @param conversationPartitions partitions of every topic keyed by conversation
     * @param artistPartitions partitions of every topic keyed by artist
     */
    public record Layout(int conversationPartitions, int artistPartitions, short replication, int minInSync) {
        public static final Layout STANDALONE = new Layout(2, 2, (short) 1, 1);

        public int partitions(PartitionGroup group) {
            return switch (group) {
                case CONVERSATION -> conversationPartitions;
                case ARTIST -> artistPartitions;
                case SINGLE -> 1;
            };
        }
    }

    /** Creates what is missing; leaves existing topics alone, also those that somebody else creates meanwhile. */
    public static List<String> createMissing(Admin admin, Layout layout) {
        var existing = await(admin.listTopics().names());
        var missing = Topics.ALL.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> newTopic(topic, layout))
                .toList();
        return admin.createTopics(missing).values().entrySet().stream()
                .filter(creation -> succeeded(creation.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean succeeded(KafkaFuture<Void> creation) {
        try {
            await(creation);
            return true;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    /**
     * What keeps this cluster from serving the pipeline, in words for an operator: missing topics, settings that would lose
     * records, and groups whose partition counts differ, which would send one conversation to two tasks. Empty when all is
     * well. How long records are kept is the operator's choice and not checked.
     */
    public static List<String> problems(Admin admin) {
        var counts = partitionCounts(admin);
        var problems = new ArrayList<String>();
        Topics.ALL.stream()
                .filter(topic -> !counts.containsKey(topic.name()))
                .map(topic -> "topic " + topic.name() + " does not exist; create it with: inkstream topics create")
                .forEach(problems::add);
        var present = Topics.ALL.stream()
                .filter(topic -> counts.containsKey(topic.name()))
                .toList();
        problems.addAll(wrongSettings(admin, present));
        problems.addAll(differingCounts(present, counts));
        return problems;
    }

    /** How many partitions each topic of ours has that exists. */
    private static Map<String, Integer> partitionCounts(Admin admin) {
        var counts = new HashMap<String, Integer>();
        var names = Topics.ALL.stream().map(Topic::name).toList();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach((name, description) -> unlessGone(description)
                        .ifPresent(found -> counts.put(name, found.partitions().size())));
        return counts;
    }

    private static List<String> wrongSettings(Admin admin, List<Topic<?>> present) {
        var resources = present.stream()
                .collect(toMap(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic -> topic));
        var problems = new ArrayList<String>();
        admin.describeConfigs(resources.keySet())
                .values()
                .forEach((resource, settings) -> unlessGone(settings)
                        .ifPresent(found -> problems.addAll(
                                wrongSettings(Objects.requireNonNull(resources.get(resource)), found))));
        return problems;
    }

    private static List<String> wrongSettings(Topic<?> topic, Config found) {
        var needed = settings(topic);
        return CHECKED.stream()
                .filter(name -> needed.containsKey(name)
                        && !Objects.equals(needed.get(name), found.get(name).value()))
                .map(name -> "topic " + topic.name() + " has " + name + "="
                        + found.get(name).value() + ", it needs " + needed.get(name))
                .toList();
    }

    private static List<String> differingCounts(List<Topic<?>> present, Map<String, Integer> counts) {
        var problems = new ArrayList<String>();
        for (var group : PartitionGroup.values()) {
            var topicsByCount = present.stream()
                    .filter(topic -> topic.group() == group)
                    .map(Topic::name)
                    .collect(groupingBy(counts::get, TreeMap::new, toList()));
            if (topicsByCount.size() > 1) {
                problems.add("partition counts of the " + group + " topics differ: " + topicsByCount);
            }
        }
        return problems;
    }

    /** Empty when there is no such topic, or it vanished between two questions. */
    private static <V> Optional<V> unlessGone(KafkaFuture<V> answer) {
        try {
            return Optional.of(await(answer));
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static NewTopic newTopic(Topic<?> topic, Layout layout) {
        var config = new HashMap<>(settings(topic));
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(layout.minInSync()));
        return new NewTopic(topic.name(), layout.partitions(topic.group()), layout.replication()).configs(config);
    }

    private static Map<String, String> settings(Topic<?> topic) {
        var settings = new HashMap<String, String>();
        var retention = topic.retention();
        if (retention == null) {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            settings.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, TOMBSTONES_KEPT_MS);
            settings.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, COMPACTED_WITHIN_MS);
        } else {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()));
        }
        if (topic.appendTime()) {
            settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        } else {
            settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, FUTURE_TIMESTAMP_MS_MAX);
        }
        return settings;
    }

    private static <V> V await(KafkaFuture<V> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while talking to Kafka", e);
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNull(e.getCause());
            throw new IllegalStateException(
                    "Kafka refused what was asked about its topics: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "Kafka did not answer about its topics within " + TIMEOUT_SECONDS + " s", e);
        }
    }
}
