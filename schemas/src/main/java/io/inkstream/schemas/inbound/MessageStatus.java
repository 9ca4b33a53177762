package io.inkstream.schemas.inbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delivery status of a message of ours. {@code id} is {@code <wamid>:<status>}.
 *
 * @param status sent, delivered, read, played, failed, or whatever Meta adds
 * @param callbackData our {@code <commandId>.<attempt>}, when Meta echoed it
 * @param errorCode the first error's code, of a failed message
 */
@JsonTypeName("wa.status")
public record MessageStatus(
        String id,
        Instant occurredAt,
        String studio,
        String phoneNumberId,
        String wamid,
        String status,
        @Nullable Instant at,
        @Nullable String callbackData,
        @Nullable Integer errorCode,
        @Nullable String errorTitle,
        @Nullable String pricingCategory,
        @Nullable String groupId,
        String raw)
        implements WireRecord {

    @Override
    public String toString() {
        return "MessageStatus[" + status + "]";
    }
}
