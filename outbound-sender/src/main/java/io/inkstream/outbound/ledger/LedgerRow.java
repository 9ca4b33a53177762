package io.inkstream.outbound.ledger;

import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One command as the ledger holds it after a change.
 *
 * @param arrival the command as it came from its topic
 * @param claimNo grows with every claim; a write under an older number changes nothing
 * @param windowOpen at the last claim; with {@code windowRefused} it tells whether the template was sent
 * @param attempts requests begun, as far as known; part of the callback data
 * @param failures tries refused in a row
 * @param retryAt by the real clock
 */
public record LedgerRow(
        Arrival arrival,
        LedgerState state,
        int claimNo,
        boolean windowOpen,
        boolean windowRefused,
        int attempts,
        int failures,
        int resends,
        @Nullable Instant retryAt,
        @Nullable String wamid,
        @Nullable String duplicateWamid,
        @Nullable String delivery,
        @Nullable Outcome outcome,
        @Nullable Integer errorCode,
        @Nullable String why,
        long revision,
        Instant createdAt,
        Instant changedAt) {

    /** As it stands when it is claimed on its arrival: nothing has happened to it yet. */
    static LedgerRow claimedOnArrival(Arrival arrival, boolean windowOpen, Instant now) {
        return new LedgerRow(
                arrival,
                LedgerState.CLAIMED,
                1,
                windowOpen,
                false,
                1,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                now,
                now);
    }

    public SendMessage command() {
        return arrival.command();
    }

    public String id() {
        return command().id();
    }

    /** Whether the last request carried the template instead of the message. */
    public boolean sentAsTemplate() {
        return !windowOpen || windowRefused;
    }

    @Override
    public String toString() {
        return "LedgerRow[" + id() + " " + state + " claim " + claimNo + "]";
    }
}
