package io.inkstream.sheets.kafka;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.sheets.store.DueRow;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Puts records aside on {@code sheets.rows.dlt.v1}, with where they came from and why. Returns only when the broker has them;
 * the same record put aside twice has the same id.
 */
public final class DeadLetters {
    private static final String SERVICE = "sheets-sink";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final KafkaOperations<String, byte[]> kafka;
    private final BusinessClock clock;

    DeadLetters(KafkaOperations<String, byte[]> kafka, BusinessClock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /** A record that is not what its topic holds. A contact's value stays on its own topic only: it names a person. */
    void unreadable(ConsumerRecord<String, byte[]> source, String detail) {
        var value = Objects.requireNonNullElse(source.value(), new byte[0]);
        var text = Topics.CONTACTS.name().equals(source.topic()) ? "" : textOrNull(value);
        publish(new DeadLetter(
                Ids.derived(source.topic() + "-" + source.partition() + "@" + source.offset(), "sheets.dead-letter", 0),
                clock.instant(),
                SERVICE,
                "unreadable",
                detail,
                null,
                source.topic(),
                source.partition(),
                source.offset(),
                source.key(),
                text == null ? Base64.getEncoder().encodeToString(value) : text,
                text == null,
                1));
    }

    /**
     * A row that Google does not take.
     *
     * @param detail Google's words
     */
    public void refused(DueRow row, String detail) {
        publish(new DeadLetter(
                Ids.derived(row.leadId() + ":" + row.revision(), "sheets.dead-letter", 0),
                clock.instant(),
                SERVICE,
                "refused",
                detail,
                row.studio(),
                Topics.SHEET_ROWS.name(),
                row.originPartition(),
                row.originOffset(),
                row.leadId(),
                Objects.requireNonNullElse(row.record(), ""),
                false,
                1));
    }

    private void publish(DeadLetter letter) {
        var record = record(letter.key(), Json.write(letter));
        record.headers().add(RecordHeaders.EVENT_TYPE, bytes("dead.letter"));
        record.headers().add(RecordHeaders.SCHEMA_VERSION, bytes(String.valueOf(letter.schemaVersion())));
        if (letter.studio() != null) {
            record.headers().add(RecordHeaders.STUDIO, bytes(letter.studio()));
        }
        try {
            kafka.send(record).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted before a dead letter was stored", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("a dead letter could not be stored", e);
        }
    }

    private static ProducerRecord<String, byte[]> record(@Nullable String key, byte[] value) {
        var topic = Topics.SHEET_ROWS_DLT.name();
        return key == null ? new ProducerRecord<>(topic, value) : new ProducerRecord<>(topic, key, value);
    }

    private static @Nullable String textOrNull(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
