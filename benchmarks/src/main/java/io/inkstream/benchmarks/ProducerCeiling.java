package io.inkstream.benchmarks;

import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a bare producer reaches on this broker: the most that any ingress could. */
final class ProducerCeiling {
    private static final int KEYS = 5_000;

    private ProducerCeiling() {}

    static double recordsPerSecond(String bootstrap, Duration length) {
        var acknowledged = new AtomicLong();
        var value = new byte[1_024];
        new java.util.Random(1).nextBytes(value);
        var begin = System.nanoTime();
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, "5",
                        ProducerConfig.BATCH_SIZE_CONFIG, "131072"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var number = 0L; System.nanoTime() - begin < length.toNanos(); number++) {
                var _ = producer.send(
                        new ProducerRecord<>(Topics.UNROUTABLE.name(), "ceiling/" + number % KEYS, value),
                        (metadata, failure) -> {
                            if (failure == null) {
                                acknowledged.incrementAndGet();
                            }
                        });
            }
        }
        return acknowledged.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
