package io.inkstream.conversation.streams.topology;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An exception that reaches Kafka Streams comes from a store or from writing, not from an input: poison is handled inside
 * the processor. Skipping would keep half of what was put, so the task fails, its transaction is aborted, and the thread
 * is replaced. In a punctuation there is no record, topic or key.
 */
public final class FailOnProcessingFault implements ProcessingExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(FailOnProcessingFault.class);

    @Override
    public Response handleError(
            @Nullable ErrorHandlerContext context, @Nullable Record<?, ?> record, @Nullable Exception fault) {
        log.atError()
                .addKeyValue("topic", context == null ? null : context.topic())
                .addKeyValue("partition", context == null ? null : context.partition())
                .addKeyValue("offset", context == null ? null : context.offset())
                .addKeyValue("outcome", fault == null ? null : fault.getClass().getSimpleName())
                .log(record == null ? "a punctuation failed, its task starts again" : "a task failed, it starts again");
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
