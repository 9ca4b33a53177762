package io.inkstream.admin.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Makes Kafka clients with the settings of {@code spring.kafka.*} and the promises every client of ours keeps. */
public final class LogClients {
    /** Also the consumer group, so that operators find the service's lag under its name. */
    public static final String SERVICE = "inkstream-admin-api";

    /** A command waits for its acknowledgement; a person waits behind it. */
    private static final int SEND_TIMEOUT_MS = 5_000;

    /** One batch per transaction: a second one, sent while the first is refused for a moment, would be out of sequence. */
    private static final int TRANSACTION_LINGER_MS = 20;

    private final KafkaProperties settings;
    private final AtomicInteger clients = new AtomicInteger();

    public LogClients(KafkaProperties settings) {
        this.settings = settings;
    }

    /**
     * A member of the service's group, unless {@code spring.kafka.consumer.group-id} names another. Positions come from
     * elsewhere, so nothing is committed by itself. An instance with a {@code group.instance.id} takes its partitions up
     * again at once after a kill; {@code member} tells its consumers apart.
     */
    public KafkaConsumer<String, byte[]> groupConsumer(int member, int recordsMax) {
        var config = consumerConfig(recordsMax);
        config.putIfAbsent(ConsumerConfig.GROUP_ID_CONFIG, SERVICE);
        config.computeIfPresent(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, (key, instance) -> instance + "-" + member);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer of its own, outside of any group: partitions are assigned by hand. */
    public KafkaConsumer<String, byte[]> freeConsumer(int recordsMax) {
        var config = consumerConfig(recordsMax);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(producerConfig(), new StringSerializer(), new ByteArraySerializer());
    }

    /** A producer whose writes appear together, and which shuts out an older one of the same {@code transactionalId}. */
    public KafkaProducer<String, byte[]> transactionalProducer(String transactionalId) {
        var config = producerConfig();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.LINGER_MS_CONFIG, TRANSACTION_LINGER_MS);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    public Admin admin() {
        var config = new HashMap<>(settings.buildAdminProperties());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId());
        return Admin.create(config);
    }

    private Map<String, Object> consumerConfig(int recordsMax) {
        var config = new HashMap<>(settings.buildConsumerProperties());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, recordsMax);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }

    private Map<String, Object> producerConfig() {
        var config = new HashMap<>(settings.buildProducerProperties());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, SEND_TIMEOUT_MS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, SEND_TIMEOUT_MS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_TIMEOUT_MS);
        return config;
    }

    private String clientId() {
        return SERVICE + "-" + clients.incrementAndGet();
    }
}
