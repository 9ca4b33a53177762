package io.inkstream.admin.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled. The list leaves out what may name a person; the single view has it.
 *
 * @param topic where the dead letter stands; {@code projection} for one that this service parked itself
 * @param payload the record's value, base64 when it was no text
 */
record DeadLetterItem(
        String id,
        Instant occurredAt,
        String topic,
        String service,
        String reason,
        @Nullable String detail,
        @Nullable String studio,
        String originTopic,
        @Nullable Integer originPartition,
        @Nullable Long originOffset,
        int attempts,
        @Nullable String key,
        @Nullable String payload,
        boolean base64) {

    DeadLetterItem withoutContent() {
        return new DeadLetterItem(
                id,
                occurredAt,
                topic,
                service,
                reason,
                detail,
                studio,
                originTopic,
                originPartition,
                originOffset,
                attempts,
                null,
                null,
                base64);
    }
}
