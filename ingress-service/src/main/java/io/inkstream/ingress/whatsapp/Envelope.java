package io.inkstream.ingress.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A webhook's body, taken apart but not yet understood.
 *
 * @param object Meta's product; absent when the body does not say
 */
record Envelope(@Nullable String object, List<Part> parts) {

    /** One change, or something that stands where a change should be. */
    sealed interface Part {}

    /** Anything in the place of an entry or a change that is none. */
    record Misshapen(Span span, String detail) implements Part {}

    /**
     * One element of {@code changes[]}.
     *
     * @param accountId the entry's id, a WhatsApp Business Account
     * @param time the entry's time, as it was written
     * @param field which subscription it belongs to
     */
    record Change(
            @Nullable String accountId,
            @Nullable String time,
            @Nullable String field,
            Value value) implements Part {}

    /**
     * A change's value. Lists are null when the value has no such array.
     *
     * @param span the whole value
     * @param contacts null, or whatever stands there
     * @param errors where the array of account-level errors stands
     * @param misshapen which of its arrays is not an array; null when all are as they should be
     */
    record Value(
            Span span,
            @Nullable JsonNode metadata,
            @Nullable JsonNode contacts,
            @Nullable List<Element> messages,
            @Nullable List<Element> statuses,
            @Nullable Span errors,
            @Nullable String misshapen) {

        static Value without(Span span, @Nullable String misshapen) {
            return new Value(span, null, null, null, null, null, misshapen);
        }
    }

    /** One message or status, with the place where it stands. */
    record Element(JsonNode node, Span span) {}
}
