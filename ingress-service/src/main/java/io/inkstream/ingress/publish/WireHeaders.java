package io.inkstream.ingress.publish;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The Kafka headers of what ingress writes. */
final class WireHeaders {
    private static final ClassValue<byte[]> EVENT_TYPE = new ClassValue<>() {
        @Override
        protected byte[] computeValue(Class<?> type) {
            var name = type.getAnnotation(JsonTypeName.class);
            if (name == null) {
                throw new IllegalStateException(type + " has no wire name");
            }
            return bytes(name.value());
        }
    };

    private WireHeaders() {}

    static List<Header> of(
            WireRecord value, byte[] correlationId, byte @Nullable [] traceparent, @Nullable String studio) {
        var headers = new ArrayList<Header>(5);
        headers.add(new RecordHeader(RecordHeaders.CORRELATION_ID, correlationId));
        headers.add(new RecordHeader(RecordHeaders.EVENT_TYPE, EVENT_TYPE.get(value.getClass())));
        headers.add(new RecordHeader(RecordHeaders.SCHEMA_VERSION, bytes(String.valueOf(value.schemaVersion()))));
        if (traceparent != null) {
            headers.add(new RecordHeader(RecordHeaders.TRACEPARENT, traceparent));
        }
        if (studio != null) {
            headers.add(new RecordHeader(RecordHeaders.STUDIO, bytes(studio)));
        }
        return headers;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
