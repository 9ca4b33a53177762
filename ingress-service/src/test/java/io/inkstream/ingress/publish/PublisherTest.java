package io.inkstream.ingress.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PublisherTest {
    private static final Trace TRACE = new Trace("test", null);
    private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofMillis(300);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void publish_whenTheBrokerWasNeverSeen_waitsOnceForAllRecords_notOnceForEach() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var publisher = publisher("127.0.0.1:" + silent.getLocalPort())) {
            long start = System.nanoTime();

            var outcome = publisher.publish(events(100), TRACE);

            assertThat(outcome).isInstanceOf(PublishOutcome.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ACKNOWLEDGE_WITHIN.multipliedBy(20));
            assertThat(meters.get("inkstream.ingress.publish.pending").gauge().value())
                    .isZero();
        }
    }

    private Publisher publisher(String bootstrapServers) {
        var properties = new PublishProperties(
                ACKNOWLEDGE_WITHIN,
                1_000,
                Duration.ofMillis(1),
                "none",
                16_384,
                DataSize.ofMegabytes(1).toBytes(),
                Duration.ofSeconds(1));
        return new Publisher(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), properties, meters);
    }

    private static List<Outgoing> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SystemEvent(
                        "event-" + i, Instant.EPOCH, SystemEvent.Level.INFO, "test", null, null, null, Map.of()))
                .map(event -> Outgoing.of(Topics.SYSTEM_EVENTS, null, event, null))
                .toList();
    }
}
