package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.RecordHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What everything that follows from one input says about where it came from.
 *
 * @param causationId the input's id
 * @param traceparent W3C trace context, when the input carried one
 */
record Trace(
        String correlationId, String causationId, @Nullable String traceparent, String mode, String studio) {
    private static final String LIVE = "live";

    /** Takes over the input's headers; an input without a correlation id gets one that is the same on each reading. */
    static Trace of(Headers headers, String inputId, String studio) {
        var correlationId = text(headers, RecordHeaders.CORRELATION_ID);
        var mode = text(headers, RecordHeaders.MODE);
        return new Trace(
                correlationId != null ? correlationId : Ids.derived(inputId, "correlation", 0),
                inputId,
                text(headers, RecordHeaders.TRACEPARENT),
                mode != null ? mode : LIVE,
                studio);
    }

    /** Of something that no input caused but the clock. */
    static Trace started(String id, String studio) {
        return new Trace(Ids.derived(id, "correlation", 0), id, null, LIVE, studio);
    }

    Headers headers(Output output) {
        var headers = new org.apache.kafka.common.header.internals.RecordHeaders();
        headers.add(RecordHeaders.CORRELATION_ID, bytes(correlationId));
        headers.add(RecordHeaders.CAUSATION_ID, bytes(causationId));
        if (traceparent != null) {
            headers.add(RecordHeaders.TRACEPARENT, bytes(traceparent));
        }
        headers.add(RecordHeaders.EVENT_TYPE, output.type());
        headers.add(RecordHeaders.SCHEMA_VERSION, output.schemaVersion());
        headers.add(RecordHeaders.STUDIO, bytes(studio));
        headers.add(RecordHeaders.MODE, bytes(mode));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
