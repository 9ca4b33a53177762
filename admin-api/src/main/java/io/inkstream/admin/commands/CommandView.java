package io.inkstream.admin.commands;

import io.inkstream.schemas.lead.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command and what became of it.
 *
 * @param reason why it was rejected: STALE_VERSION, FORBIDDEN_STATUS, OPTED_OUT, UNKNOWN_LEAD, INVALID
 * @param version the lead's version after the decision
 * @param status the lead's status after the decision
 */
record CommandView(
        String commandId,
        @Nullable String leadId,
        @Nullable String action,
        @Nullable String actor,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Long version,
        @Nullable Status status,
        @Nullable Instant decidedAt) {

    enum Outcome {
        /** On the log, not decided yet. */
        PENDING,
        ACCEPTED,
        REJECTED,
        /** Deciding broke; the command is among the dead letters. */
        FAILED
    }
}
