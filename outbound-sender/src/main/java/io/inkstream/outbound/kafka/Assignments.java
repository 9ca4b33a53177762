package io.inkstream.outbound.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Which topics this instance has joined the reading of. An instance too many is given no partition, and has joined all the same. */
public final class Assignments {
    private final Map<String, Boolean> joined = new ConcurrentHashMap<>();

    public boolean complete() {
        return !joined.isEmpty() && joined.values().stream().allMatch(done -> done);
    }

    ConsumerRebalanceListener of(String topic) {
        joined.put(topic, false);
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                // a rebalance: still a member
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                joined.put(topic, true);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                joined.put(topic, false);
            }
        };
    }
}
