package io.inkstream.admin.commands;

import io.inkstream.admin.web.Problem;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.lead.LeadInstruction.LeadCommand;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts commands on the log; when it returns, the broker has them. */
@Component
class CommandPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(CommandPublisher.class);
    private static final long ACK_SECONDS_MAX = 6;
    private static final long RETRY_SECONDS = 5;

    private final Producer<String, byte[]> producer;

    CommandPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Throws a 503 problem when the log cannot take it: the same command may be sent again. */
    void publish(String conversationKey, LeadCommand command, Trace trace) {
        var topic = Topics.LEAD_COMMANDS;
        var record = new ProducerRecord<>(
                topic.name(), conversationKey, topic.serializer().serialize(topic.name(), command));
        header(record, RecordHeaders.CORRELATION_ID, trace.correlationId());
        header(record, RecordHeaders.TRACEPARENT, trace.traceparent());
        header(record, RecordHeaders.EVENT_TYPE, "lead.command");
        header(record, RecordHeaders.SCHEMA_VERSION, String.valueOf(command.schemaVersion()));
        header(record, RecordHeaders.STUDIO, command.studio());
        try {
            producer.send(record).get(ACK_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("command not accepted by the log: {}", e.getClass().getSimpleName());
            throw unavailable();
        }
    }

    private static void header(ProducerRecord<?, ?> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-unavailable",
                        "The command could not be put on the log; send it again with the same commandId.",
                        Map.of())
                .retryAfter(RETRY_SECONDS);
    }
}
