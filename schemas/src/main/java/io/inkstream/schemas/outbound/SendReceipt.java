package io.inkstream.schemas.outbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one command; exactly one outcome each. {@code id} is {@code <commandId>:outcome}. */
@JsonTypeName("message.receipt")
public record SendReceipt(
        String id,
        Instant occurredAt,
        String studio,
        String contactId,
        String commandId,
        @Nullable String leadId,
        Recipient.Role role,
        Outcome outcome,
        @Nullable String wamid,
        @Nullable Integer errorCode,
        @Nullable String reason)
        implements WireRecord {

    /** The end of a command. */
    public enum Outcome {
        SENT,
        SENT_AS_TEMPLATE,
        FAILED,
        UNSENDABLE,
        SKIPPED,
        DEAD
    }
}
