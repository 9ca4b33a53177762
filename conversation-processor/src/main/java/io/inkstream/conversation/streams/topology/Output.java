package io.inkstream.conversation.streams.topology;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record to write, already in its wire form: what cannot be written must be known before anything is put.
 *
 * @param key absent on topics without a key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes go to the producer as they are
record Output(Topic<?> topic, byte @Nullable [] key, byte[] value, byte[] type, byte[] schemaVersion) {

    /** Where a conversation writes; each has a sink of its name. */
    static final List<Topic<?>> TOPICS = List.of(
            Topics.LEAD_EVENTS,
            Topics.CONTACTS,
            Topics.IDENTITY,
            Topics.OUTBOUND,
            Topics.SHEET_ROWS,
            Topics.SYSTEM_EVENTS,
            Topics.LEAD_COMMANDS,
            Topics.PROCESSOR_DLT);

    private static final ClassValue<byte[]> TYPE_NAMES = new ClassValue<>() {
        @Override
        protected byte[] computeValue(Class<?> type) {
            var name = type.getAnnotation(JsonTypeName.class);
            return (name == null ? type.getSimpleName() : name.value()).getBytes(StandardCharsets.UTF_8);
        }
    };

    static <T extends WireRecord> Output of(Topic<? super T> topic, @Nullable String key, T value) {
        return new Output(
                topic,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                Json.write(value),
                TYPE_NAMES.get(value.getClass()),
                String.valueOf(value.schemaVersion()).getBytes(StandardCharsets.UTF_8));
    }

    static String sinkOf(Topic<?> topic) {
        return "to-" + topic.name();
    }

    String sink() {
        return sinkOf(topic);
    }

    @Override
    public String toString() {
        return "Output[" + topic.name() + ", " + value.length + " bytes]";
    }
}
