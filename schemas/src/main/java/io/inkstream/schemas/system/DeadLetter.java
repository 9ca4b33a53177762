package io.inkstream.schemas.system;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled, with where it came from and why. {@code payload} is the original value as text
 * (base64 when it was not UTF-8), so that it can be sent again once the cause is mended.
 */
@JsonTypeName("dead.letter")
public record DeadLetter(
        String id,
        Instant occurredAt,
        String service,
        String reason,
        @Nullable String detail,
        @Nullable String studio,
        String originTopic,
        int originPartition,
        long originOffset,
        @Nullable String key,
        String payload,
        boolean base64,
        int attempts)
        implements WireRecord {

    @Override
    public String toString() {
        return "DeadLetter[" + reason + " " + originTopic + "-" + originPartition + "@" + originOffset + "]";
    }
}
