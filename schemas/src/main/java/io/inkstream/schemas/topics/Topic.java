package io.inkstream.schemas.topics;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.json.JsonSerde;
import java.time.Duration;
import java.util.List;
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
 * @param writers the services that write it
 * @param readers the services that read it; none: kept for a person, or for a reader to come
 * @param purpose one line for the documentation
 */
public record Topic<T extends WireRecord>(
        String name,
        Class<T> valueType,
        KeyedBy keyedBy,
        PartitionGroup group,
        @Nullable Duration retention,
        boolean appendTime,
        List<Service> writers,
        List<Service> readers,
        String purpose) {

    /** Who writes and reads topics; a test compares this with what each service's code touches. */
    public enum Service {
        INGRESS("ingress"),
        PROCESSOR("processor"),
        SENDER("sender"),
        SHEETS_SINK("sheets-sink"),
        ADMIN_API("admin-api");

        private final String label;

        Service(String label) {
            this.label = label;
        }

        /** The service's name in the documentation. */
        public String label() {
            return label;
        }
    }

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

    public Topic {
        writers = List.copyOf(writers);
        readers = List.copyOf(readers);
    }

    Topic<T> from(Service... services) {
        return new Topic<>(name, valueType, keyedBy, group, retention, appendTime, List.of(services), readers, purpose);
    }

    Topic<T> to(Service... services) {
        return new Topic<>(name, valueType, keyedBy, group, retention, appendTime, writers, List.of(services), purpose);
    }

    Topic<T> described(String inOneLine) {
        return new Topic<>(name, valueType, keyedBy, group, retention, appendTime, writers, readers, inOneLine);
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
