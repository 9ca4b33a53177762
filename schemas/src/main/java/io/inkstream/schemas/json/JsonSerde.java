package io.inkstream.schemas.json;

import io.inkstream.schemas.WireRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Kafka serializers over {@link Json}. A null value stays null: a tombstone. */
public final class JsonSerde {
    private JsonSerde() {}

    public static <T extends WireRecord> Serializer<T> serializer() {
        return (topic, value) -> orNull(value);
    }

    public static <T extends WireRecord> Deserializer<T> deserializer(Class<T> type) {
        return (topic, bytes) -> bytes == null ? null : Json.read(bytes, type);
    }

    @SuppressWarnings("NullAway") // Kafka's contract: null in, null out
    private static byte[] orNull(@Nullable WireRecord value) {
        return value == null ? null : Json.write(value);
    }
}
