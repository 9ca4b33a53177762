package io.inkstream.conversation.streams;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Part of liveness: a client that gave up helps nobody until the process is started again. */
final class StreamsAliveHealth implements HealthIndicator {
    private final StreamsRunner streams;

    StreamsAliveHealth(StreamsRunner streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        return streams.hasFailed()
                ? Health.down().withDetail("state", streams.state()).build()
                : Health.up().build();
    }
}
