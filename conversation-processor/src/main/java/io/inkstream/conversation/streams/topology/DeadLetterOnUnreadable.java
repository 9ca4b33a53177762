package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.streams.topology.RejectedInput.Reason;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.topics.Topics;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * The last resort for bytes that Kafka Streams itself cannot take in. The sources read plain bytes, so this is not
 * expected to run; if it does, the record is on the dead-letter topic and the partition goes on.
 */
public final class DeadLetterOnUnreadable implements DeserializationExceptionHandler {

    @Override
    public Response handleError(
            @Nullable ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, @Nullable Exception fault) {
        var value = record.value() == null ? new byte[0] : record.value();
        var letter = new DeadLetter(
                Ids.derived(record.topic() + "-" + record.partition() + "@" + record.offset(), "dead-letter", 0),
                Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                Rejections.SERVICE,
                Reason.UNREADABLE.code(),
                fault == null ? null : fault.getClass().getSimpleName(),
                null,
                record.topic(),
                record.partition(),
                record.offset(),
                null,
                Base64.getEncoder().encodeToString(value),
                true,
                1);
        return Response.resume(List.of(new ProducerRecord<>(Topics.PROCESSOR_DLT.name(), Json.write(letter))));
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
