package io.inkstream.outbound.kafka;

import io.inkstream.outbound.ledger.Arrival;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One fixed delay each: a short wait never stands behind a long one. */
@SuppressWarnings("ImmutableEnumChecker") // the catalogue's topics are records of lists that were copied
enum RetryTopics {
    FIVE_SECONDS(Topics.OUTBOUND_RETRY_5S, Duration.ofSeconds(5)),
    THIRTY_SECONDS(Topics.OUTBOUND_RETRY_30S, Duration.ofSeconds(30)),
    FIVE_MINUTES(Topics.OUTBOUND_RETRY_5M, Duration.ofMinutes(5)),
    THIRTY_MINUTES(Topics.OUTBOUND_RETRY_30M, Duration.ofMinutes(30));

    private final Topic<OutboundCommand> topic;
    private final Duration delay;

    RetryTopics(Topic<OutboundCommand> topic, Duration delay) {
        this.topic = topic;
        this.delay = delay;
    }

    /** The shortest that is not too early; the longest when all are. */
    static RetryTopics holding(Duration wait) {
        return List.of(values()).stream()
                .filter(tier -> tier.delay.compareTo(wait) >= 0)
                .min(Comparator.comparing(RetryTopics::delay))
                .orElse(THIRTY_MINUTES);
    }

    static RetryTopics of(String topic) {
        return List.of(values()).stream()
                .filter(tier -> tier.topic.name().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    String topicName() {
        return topic.name();
    }

    /** A command whose lane is to be looked at again, under the key of its conversation. */
    ProducerRecord<String, byte[]> record(Arrival waiting) {
        return new ProducerRecord<>(
                topic.name(), waiting.conversationKey(), waiting.payload().getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link io.inkstream.schemas.json.UnreadableRecord} when the bytes are no command. */
    OutboundCommand read(byte[] value) {
        return topic.read(value);
    }

    Duration delay() {
        return delay;
    }
}
