package io.inkstream.outbound.kafka;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts records that cannot be read aside, on the dead-letter topic, so that the partition goes on. */
final class UnreadableRecords {
    private static final Logger log = LoggerFactory.getLogger(UnreadableRecords.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Producer<String, byte[]> producer;
    private final Clock clock;

    UnreadableRecords(Producer<String, byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /** Returns when the record is safe; else throws, so that the poll is repeated. */
    void keep(ConsumerRecord<String, byte[]> record, UnreadableRecord why) {
        var letter = DeadLetters.unreadable(record, String.valueOf(why.getMessage()), clock);
        log.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .log("record cannot be read: dead letter");
        try {
            producer.send(new ProducerRecord<>(Topics.OUTBOUND_DLT.name(), record.key(), Json.write(letter)))
                    .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while keeping a dead letter", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("dead letter not kept", e);
        }
    }
}
