package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.streams.topology.RejectedInput.Reason;
import io.inkstream.schemas.lead.InputRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One record of an input topic, not yet read.
 *
 * @param streamDay day of stream time, for remembering the input
 * @param at business time at which it is decided: the {@code occurredAt} of all that follows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are the topic's
record Arrival(
        InputRef ref,
        byte @Nullable [] rawKey,
        byte @Nullable [] rawValue,
        Headers headers,
        long streamDay,
        Instant at) {

    ConversationKey key() {
        var text = keyText();
        if (text == null) {
            throw new RejectedInput(Reason.MISROUTED, "the record has no key");
        }
        return ConversationKey.parse(text);
    }

    @Nullable
    String keyText() {
        return rawKey == null ? null : new String(rawKey, StandardCharsets.UTF_8);
    }

    /** Identifies the record on the log; ids of things that follow from the reading, not from the content, derive from it. */
    String refId() {
        return ref.topic() + "-" + ref.partition() + "@" + ref.offset();
    }

    @Override
    public String toString() {
        return "Arrival[" + refId() + "]";
    }
}
