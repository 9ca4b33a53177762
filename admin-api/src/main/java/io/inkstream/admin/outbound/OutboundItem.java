package io.inkstream.admin.outbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param recipient phone number in digits, else the BSUID; absent after erasure
 * @param role CLIENT or ARTIST
 * @param status where it stands in the ledger: READY, CLAIMED, SENT, RETRY_WAIT, PARKED, UNCERTAIN, FAILED, SKIPPED, DEAD
 * @param outcome how it ended, once it has: SENT, SENT_AS_TEMPLATE, FAILED, UNSENDABLE, SKIPPED, DEAD
 * @param nextAt when it is tried again
 */
record OutboundItem(
        String commandId,
        @Nullable String leadId,
        String contactId,
        String studio,
        @Nullable String recipient,
        String role,
        String lane,
        long laneSeq,
        String kind,
        String copyKey,
        String text,
        String status,
        @Nullable String outcome,
        @Nullable String wamid,
        @Nullable String deliveryStatus,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String lastError,
        @Nullable String why,
        Instant createdAt,
        Instant changedAt) {}
