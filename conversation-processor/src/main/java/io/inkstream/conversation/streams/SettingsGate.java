package io.inkstream.conversation.streams;

import io.inkstream.conversation.streams.topology.SettingsCheck;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the start back until somebody published settings: without them every input would be a dead letter. */
final class SettingsGate {
    private static final Logger log = LoggerFactory.getLogger(SettingsGate.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REMIND = Duration.ofSeconds(30);

    private final Map<String, Object> settings = new HashMap<>();

    SettingsGate(KafkaProperties kafka, String clientId) {
        settings.putAll(kafka.properties());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId + "-settings-gate");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    }

    /** Returns true once good settings of any studio exist, false when {@code wanted} says to give up. */
    boolean await(BooleanSupplier wanted) {
        var partition = new TopicPartition(Topics.STUDIO_CONFIG.name(), 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(java.util.List.of(partition));
            consumer.seekToBeginning(java.util.List.of(partition));
            var remindAt = System.nanoTime() + REMIND.toNanos();
            while (wanted.getAsBoolean()) {
                for (var record : consumer.poll(POLL)) {
                    if (isGood(record)) {
                        return true;
                    }
                }
                if (System.nanoTime() - remindAt > 0) {
                    log.atWarn()
                            .addKeyValue("topic", partition.topic())
                            .log("still waiting for a studio's settings; admin-api publishes them when it starts");
                    remindAt += REMIND.toNanos();
                }
            }
            return false;
        }
    }

    private static boolean isGood(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return false;
        }
        try {
            return SettingsCheck.problem(record.key(), Topics.STUDIO_CONFIG.read(record.value())) == null;
        } catch (UnreadableRecord e) {
            return false; // the topology raises the alert
        }
    }
}
