package io.inkstream.schemas.topics;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.json.JsonSerde;
import java.time.Duration;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the catalogue.
 *
 * @param keyedBy what the record key is
 * @param group which partition count it has
 * @param retention how long records are kept; absent for compacted topics
 * @param appendTime input topics take the broker's time, so that no sender can move stream time
 * @param from the services that write it, and {@code to} those that read it, separated by commas
 * @param purpose one line for the documentation
 */
public record Topic<T extends WireRecord>(
        String name,
        Class<T> valueType,
        KeyedBy keyedBy,
        PartitionGroup group,
        @Nullable Duration retention,
        boolean appendTime,
        String from,
        String to,
        String purpose) {

    /** What a record's key is. */
    public enum KeyedBy {
        CONVERSATION,
        CONTACT,
        LEAD,
        WAMID,
        STUDIO,
        ARTIST,
        PAYMENT_INTENT,
        CONFIG,
        ALIAS,
        AS_BASE,
        NONE
    }

    /** Topics of one group have the same number of partitions; services refuse to start when they differ. */
    public enum PartitionGroup {
        CONVERSATION,
        ARTIST,
        SINGLE
    }

    Topic<T> described(String inOneLine) {
        return new Topic<>(name, valueType, keyedBy, group, retention, appendTime, from, to, inOneLine);
    }

    public boolean compacted() {
        return retention == null;
    }

    public Serializer<T> serializer() {
        return JsonSerde.serializer();
    }

    public Deserializer<T> deserializer() {
        return JsonSerde.deserializer(valueType);
    }

    /** Throws {@link io.inkstream.schemas.json.UnreadableRecord} when the bytes are not what this topic holds. */
    public T read(byte[] value) {
        return Json.read(value, valueType);
    }
}
