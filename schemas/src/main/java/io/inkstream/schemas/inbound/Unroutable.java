package io.inkstream.schemas.inbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signed input that has no conversation to go to: kept with its reason, acknowledged, shown to operators. */
@JsonTypeName("ingress.unroutable")
public record Unroutable(
        String id,
        Instant occurredAt,
        @Nullable String studio,
        Reason reason,
        @Nullable String detail,
        String raw) implements WireRecord {

    /** Why it could not be routed. */
    public enum Reason {
        UNKNOWN_PHONE_NUMBER_ID,
        NO_SENDER,
        NO_MESSAGE_ID,
        MALFORMED_MESSAGE,
        MALFORMED_STATUS,
        MALFORMED_CHANGE,
        UNKNOWN_FIELD,
        OTHER_PRODUCT
    }

    @Override
    public String toString() {
        return "Unroutable[" + reason + "]";
    }
}
