package io.inkstream.conversation.streams;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready only while inputs are being decided. */
final class StreamsHealth implements HealthIndicator {
    private final StreamsRunner streams;

    StreamsHealth(StreamsRunner streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        if (streams.isDeciding()) {
            return Health.up().build();
        }
        var health = Health.outOfService().withDetail("state", streams.state());
        return streams.hasFailed()
                ? health.down().build()
                : health.withDetail("waitingFor", streams.waitingFor()).build();
    }
}
