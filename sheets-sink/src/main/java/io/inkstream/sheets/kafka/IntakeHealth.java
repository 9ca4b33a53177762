package io.inkstream.sheets.kafka;

import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Up once Kafka has let us into the group, and while the container runs: being given no partition is fine. */
final class IntakeHealth implements HealthIndicator, ConsumerAwareRebalanceListener {
    private volatile boolean joined;
    private volatile @Nullable MessageListenerContainer container;

    void watch(MessageListenerContainer intake) {
        container = intake;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
    }

    @Override
    public Health health() {
        var intake = container;
        var up = joined && intake != null && intake.isRunning();
        return (up ? Health.up() : Health.outOfService())
                .withDetail("joined", joined)
                .build();
    }
}
