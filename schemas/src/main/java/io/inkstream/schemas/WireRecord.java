package io.inkstream.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * The envelope of every value on a topic: {@code type}, {@code version}, {@code id}, {@code occurredAt}, then the body.
 * {@code type} comes from {@code @JsonTypeName}; readers ignore fields they do not know, and changes only add fields.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonPropertyOrder({"version", "id", "occurredAt"})
public interface WireRecord {

    /** Identifies the record; deterministic (see {@link Ids}) wherever re-processing must yield the same one. */
    @JsonProperty
    String id();

    /** When our service made the record, by the business clock. */
    @JsonProperty
    Instant occurredAt();

    /** Version of this type's wire form. */
    @JsonProperty(value = "version", access = JsonProperty.Access.READ_ONLY)
    default int schemaVersion() {
        return 1;
    }
}
