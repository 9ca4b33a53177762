package io.inkstream.outbound.kafka;

import io.inkstream.outbound.delivery.Alert;
import io.inkstream.outbound.delivery.Announcer;
import io.inkstream.outbound.ledger.LedgerRow;
import io.inkstream.outbound.ledger.Written;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes ledger entries, receipts, dead letters and alerts. Does not wait: what fails stays in the outbox. */
final class LedgerPublisher implements Announcer {
    private static final Logger log = LoggerFactory.getLogger(LedgerPublisher.class);
    /** While Kafka is away each send blocks; after one failure the outbox has the rest for this long. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** A shorter wait is over before anybody could take it over. */
    private static final Duration WORTH_A_RECORD = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final LedgerRecords records;
    private final boolean retryTopics;
    private volatile long silentUntil = System.nanoTime();

    /** {@code retryTopics}: whether waits are written to the retry topics too. */
    LedgerPublisher(Producer<String, byte[]> producer, BusinessClock clock, boolean retryTopics) {
        this.producer = producer;
        this.retryTopics = retryTopics;
        this.records = new LedgerRecords(clock);
    }

    @Override
    public void announce(Written change, Runnable safe) {
        var row = change.row();
        var dead = change.ended() && (row.outcome() == Outcome.FAILED || row.outcome() == Outcome.DEAD);
        var missing = new AtomicInteger(1 + (change.ended() ? 1 : 0) + (dead ? 1 : 0));
        Runnable oneLess = () -> {
            if (missing.decrementAndGet() == 0) {
                safe.run();
            }
        };
        var entry = records.entry(row);
        send(Topics.LEDGER, entry.contactId(), entry, row, oneLess);
        if (change.ended()) {
            send(Topics.RECEIPTS, row.arrival().conversationKey(), records.receipt(row), row, oneLess);
        }
        if (dead) {
            send(Topics.OUTBOUND_DLT, row.arrival().conversationKey(), records.deadLetter(row), row, oneLess);
        }
        var retryAt = row.retryAt();
        if (retryTopics && retryAt != null && row.state() == LedgerState.RETRY_WAIT) {
            wakeLater(row, Duration.between(Instant.now(), retryAt));
        }
        if (row.duplicateWamid() != null) {
            alert(new Alert(
                    true,
                    "outbound.duplicate",
                    row.command().studio(),
                    row.command().leadId(),
                    row.id(),
                    "WhatsApp accepted this command twice"));
        }
    }

    /** Nobody waits for it to be there: the reconciler finds the row in any case. */
    private void wakeLater(LedgerRow row, Duration wait) {
        if (wait.compareTo(WORTH_A_RECORD) >= 0) {
            produce(RetryTopics.holding(wait).record(row.arrival()), () -> {});
        }
    }

    @Override
    public void alert(Alert alert) {
        var event = records.event(alert);
        send(Topics.SYSTEM_EVENTS, null, event, null, () -> {});
    }

    private void send(
            Topic<?> topic, @Nullable String key, WireRecord value, @Nullable LedgerRow about, Runnable acknowledged) {
        if (silent()) {
            return;
        }
        ProducerRecord<String, byte[]> record = key == null
                ? new ProducerRecord<>(topic.name(), Json.write(value))
                : new ProducerRecord<>(topic.name(), key, Json.write(value));
        var headers = record.headers();
        headers.add(RecordHeaders.SCHEMA_VERSION, bytes(String.valueOf(value.schemaVersion())));
        if (about != null) {
            headers.add(RecordHeaders.STUDIO, bytes(about.command().studio()));
            headers.add(RecordHeaders.CAUSATION_ID, bytes(about.id()));
            if (about.command().correlationId() != null) {
                headers.add(RecordHeaders.CORRELATION_ID, bytes(about.command().correlationId()));
            }
            if (topic.equals(Topics.OUTBOUND_DLT)) {
                records.deadLetterHeaders(about).forEach((name, text) -> headers.add(name, bytes(text)));
            }
        }
        produce(record, acknowledged);
    }

    private void produce(ProducerRecord<String, byte[]> record, Runnable acknowledged) {
        if (silent()) {
            return;
        }
        try {
            var _ = producer.send(record, (_, failure) -> {
                if (failure == null) {
                    acknowledged.run();
                } else {
                    failed(record.topic(), failure);
                }
            });
        } catch (KafkaException e) {
            failed(record.topic(), e);
        }
    }

    private boolean silent() {
        return System.nanoTime() - silentUntil < 0;
    }

    private void failed(String topic, Exception failure) {
        silentUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SILENCE.toMillis());
        log.atWarn()
                .addKeyValue("topic", topic)
                .addKeyValue("outcome", failure.getClass().getSimpleName())
                .log("not published; the outbox has it");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
