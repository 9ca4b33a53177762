package io.inkstream.schemas.outbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the sender's ledger after a change, for the projector. {@code id} is the commandId; a later {@code revision}
 * replaces an earlier one. The recipient is named by role and contact: this topic carries no phone number.
 *
 * @param text what the recipient reads, links not filled in
 * @param why in plain words, why it stands where it stands
 */
@JsonTypeName("outbound.ledger")
public record LedgerEntry(
        String id,
        Instant occurredAt,
        String studio,
        String contactId,
        @Nullable String leadId,
        Recipient.Role role,
        String lane,
        long laneSeq,
        long revision,
        String kind,
        String copyKey,
        String text,
        LedgerState state,
        @Nullable String outcome,
        @Nullable String wamid,
        @Nullable String deliveryStatus,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String lastError,
        @Nullable String why,
        Instant createdAt)
        implements WireRecord {

    /** DESIGN §6. */
    public enum LedgerState {
        READY,
        CLAIMED,
        SENT,
        RETRY_WAIT,
        PARKED,
        UNCERTAIN,
        FAILED,
        SKIPPED,
        DEAD
    }

    @Override
    public String toString() {
        return "LedgerEntry[" + id + " " + state + "]";
    }
}
