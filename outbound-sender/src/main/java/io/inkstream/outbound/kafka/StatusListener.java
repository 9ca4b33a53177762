package io.inkstream.outbound.kafka;

import io.inkstream.outbound.CallbackData;
import io.inkstream.outbound.DeliveryStatus;
import io.inkstream.outbound.delivery.LedgerWriter;
import io.inkstream.outbound.ledger.StatusReport;
import io.inkstream.schemas.inbound.MessageStatus;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.listener.BatchMessageListener;

/** Hands each poll of statuses to the ledger; offsets are committed once they are written. */
final class StatusListener implements BatchMessageListener<String, byte[]> {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final LedgerWriter writer;
    private final UnreadableRecords unreadable;
    private final MeterRegistry registry;

    StatusListener(LedgerWriter writer, UnreadableRecords unreadable, MeterRegistry registry) {
        this.writer = writer;
        this.unreadable = unreadable;
        this.registry = registry;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> poll) {
        var reports = new ArrayList<StatusReport>(poll.size());
        for (var record : poll) {
            if (record.value() != null) {
                read(record, reports);
            }
        }
        if (!reports.isEmpty()) {
            await(reports);
        }
    }

    private void read(ConsumerRecord<String, byte[]> record, List<StatusReport> reports) {
        try {
            var status = Topics.STATUSES.read(record.value());
            if (status.groupId() != null
                    || status.wamid() == null
                    || status.wamid().indexOf('\0') >= 0) {
                count("ignored");
                return;
            }
            DeliveryStatus.of(status.status())
                    .ifPresentOrElse(known -> reports.add(report(status, known)), () -> count("unknown"));
        } catch (UnreadableRecord e) {
            unreadable.keep(record, e);
        }
    }

    private static StatusReport report(MessageStatus status, DeliveryStatus known) {
        var callback = status.callbackData() == null
                ? null
                : CallbackData.parse(status.callbackData()).orElse(null);
        return new StatusReport(status.wamid(), known, callback, status.errorCode());
    }

    private void await(List<StatusReport> reports) {
        try {
            var _ = writer.report(reports).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while statuses were written", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("statuses not written", e);
        }
    }

    private void count(String what) {
        registry.counter("inkstream.sender.statuses.dropped", "why", what).increment();
    }
}
