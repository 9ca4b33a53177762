package io.inkstream.outbound.proof;

import io.inkstream.outbound.stub.StubWhatsApp.Accepted;
import io.inkstream.schemas.inbound.MessageStatus;
import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What Meta and the ingress do after an acceptance: a status with our callback data reaches its topic a little later. */
final class StatusEcho implements Consumer<Accepted>, AutoCloseable {
    private static final Duration AFTER = Duration.ofMillis(200);

    private final KafkaProducer<String, byte[]> producer;
    private final Predicate<Accepted> spoken;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    /** {@code spoken}: of which messages a status comes at all. */
    StatusEcho(String bootstrap, Predicate<Accepted> spoken) {
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all", "delivery.timeout.ms", "120000"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.spoken = spoken;
    }

    @Override
    public void accept(Accepted message) {
        if (spoken.test(message)) {
            var _ = later.schedule(() -> publish(message), AFTER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        producer.close(Duration.ZERO);
    }

    private void publish(Accepted message) {
        var status = new MessageStatus(
                message.wamid() + ":sent",
                Instant.now(),
                "studio",
                "106540352242922",
                message.wamid(),
                "sent",
                Instant.now(),
                message.request().callback(),
                null,
                null,
                null,
                null,
                "{}");
        var _ = producer.send(new ProducerRecord<>(
                Topics.STATUSES.name(),
                message.wamid(),
                Topics.STATUSES.serializer().serialize("", status)));
    }
}
