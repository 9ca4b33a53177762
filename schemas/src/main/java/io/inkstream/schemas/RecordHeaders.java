package io.inkstream.schemas;

/** Names of the Kafka headers that records carry. Rules never read them. */
public final class RecordHeaders {
    public static final String CORRELATION_ID = "correlation-id";
    public static final String TRACEPARENT = "traceparent";
    public static final String EVENT_TYPE = "event-type";
    public static final String SCHEMA_VERSION = "schema-version";
    public static final String STUDIO = "studio";
    public static final String CAUSATION_ID = "causation-id";
    /** {@code live}, or {@code shadow} for a replay that must perform nothing. */
    public static final String MODE = "mode";

    /** Of a record that people sent again: how many times by now, from 1. */
    public static final String REDRIVE = "redrive";

    private RecordHeaders() {}
}
