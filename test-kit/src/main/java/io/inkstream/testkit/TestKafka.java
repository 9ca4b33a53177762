package io.inkstream.testkit;

import io.inkstream.local.EmbeddedBroker;
import io.inkstream.local.FreePorts;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.TopicCreation;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;

/** One real Kafka broker per test JVM, with the catalogue's topics; tests keep apart by their keys. */
public final class TestKafka {
    private static final String BOOTSTRAP = start();
    private static final KafkaProducer<String, byte[]> PRODUCER = producer();

    private TestKafka() {}

    public static String bootstrapServers() {
        return BOOTSTRAP;
    }

    /** Writes one record and waits for the broker; a null value is a tombstone. */
    public static <T extends WireRecord> RecordMetadata send(Topic<T> topic, String key, @Nullable T value) {
        return sendBytes(
                topic.name(), key, value == null ? null : topic.serializer().serialize(topic.name(), value));
    }

    /** Writes raw bytes, such as a poison record. */
    public static RecordMetadata sendBytes(String topic, String key, byte @Nullable [] value) {
        try {
            return PRODUCER.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the test broker refused a record", e);
        }
    }

    /** Reads a topic from its beginning on, read_committed, without a consumer group. Close it. */
    public static <T extends WireRecord> TopicReader<T> read(Topic<T> topic) {
        return new TopicReader<>(BOOTSTRAP, topic);
    }

    private static String start() {
        var bootstrap = switch (TestInfra.ROUTE) {
            case EMBEDDED -> {
                var broker =
                        EmbeddedBroker.start(TestInfra.temporaryFolder("kafka"), FreePorts.next(), FreePorts.next());
                Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
                yield broker.bootstrapServers();
            }
            case DOCKER -> startContainer();
        };
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            TopicCreation.createMissing(admin, TopicCreation.Layout.STANDALONE);
        }
        return bootstrap;
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static String startContainer() {
        var container = new KafkaContainer("apache/kafka:4.3.1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return container.getBootstrapServers();
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, BOOTSTRAP,
                        ProducerConfig.CLIENT_ID_CONFIG, "test-kit",
                        ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
