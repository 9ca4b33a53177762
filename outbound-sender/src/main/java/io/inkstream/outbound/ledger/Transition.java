package io.inkstream.outbound.ledger;

import io.inkstream.outbound.NextStep;
import io.inkstream.outbound.NextStep.Finish;
import io.inkstream.outbound.NextStep.Hold;
import io.inkstream.outbound.NextStep.Release;
import io.inkstream.outbound.NextStep.Retry;
import io.inkstream.outbound.NextStep.Uncertain;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one row, applied only while the row is where the writer believes it to be: same claim, same state. So a
 * former owner's late write changes nothing.
 *
 * @param settleAt business time at which an uncertain row is looked at again; absent: by a person only
 * @param attempts added to the row's own
 */
record Transition(
        LedgerRow row,
        LedgerState to,
        @Nullable Outcome outcome,
        @Nullable String wamid,
        @Nullable Integer errorCode,
        @Nullable String why,
        @Nullable Duration retryAfter,
        @Nullable Instant settleAt,
        int attempts,
        int failures,
        int resends,
        boolean windowRefused) {

    /** {@code settleAt}: until when a status may tell what became of an uncertain one. */
    static Transition of(LedgerRow row, NextStep step, Instant settleAt) {
        return switch (step) {
            case Finish finish ->
                new Transition(
                        row,
                        finish.state(),
                        finish.outcome(),
                        finish.wamid(),
                        finish.errorCode(),
                        finish.why(),
                        null,
                        null,
                        finish.requested() ? 0 : -1,
                        0,
                        0,
                        false);
            case Retry retry ->
                new Transition(
                        row,
                        LedgerState.RETRY_WAIT,
                        null,
                        null,
                        retry.errorCode(),
                        retry.why(),
                        retry.delay(),
                        null,
                        0,
                        retry.windowRefused() ? 0 : 1,
                        0,
                        retry.windowRefused());
            case Hold hold ->
                new Transition(
                        row, LedgerState.READY, null, null, hold.errorCode(), hold.why(), null, null, 0, 0, 0, false);
            case Release release ->
                new Transition(row, LedgerState.READY, null, null, null, release.why(), null, null, -1, 0, 0, false);
            case Uncertain uncertain -> uncertain(row, uncertain.why(), settleAt);
        };
    }

    static Transition uncertain(LedgerRow row, String why, @Nullable Instant settleAt) {
        return new Transition(row, LedgerState.UNCERTAIN, null, null, null, why, null, settleAt, 0, 0, 0, false);
    }

    static Transition resend(LedgerRow row, String why) {
        return new Transition(row, LedgerState.RETRY_WAIT, null, null, null, why, Duration.ZERO, null, 0, 0, 1, false);
    }

    boolean open() {
        return outcome == null;
    }

    /** The row after this change; the database knows what is not in here. */
    LedgerRow applied(@Nullable String writtenWamid, @Nullable Instant retryAt, long revision, Instant now) {
        return new LedgerRow(
                row.arrival(),
                to,
                row.claimNo(),
                row.windowOpen(),
                row.windowRefused() || windowRefused,
                row.attempts() + attempts,
                row.failures() + failures,
                row.resends() + resends,
                retryAt,
                writtenWamid,
                row.duplicateWamid(),
                row.delivery(),
                outcome,
                errorCode,
                why,
                revision,
                row.createdAt(),
                now);
    }
}
