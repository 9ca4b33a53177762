package io.inkstream.outbound;

import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of a claimed command. */
public sealed interface NextStep {

    /**
     * The end: the lane goes on, and exactly one receipt says so.
     *
     * @param requested a request was made for it
     */
    record Finish(
            LedgerState state,
            Outcome outcome,
            boolean requested,
            @Nullable String wamid,
            @Nullable Integer errorCode,
            @Nullable String why)
            implements NextStep {

        /** Ended by our own judgement, before any request. */
        public static Finish unsent(LedgerState state, Outcome outcome, String why) {
            return new Finish(state, outcome, false, null, null, why);
        }
    }

    /**
     * Try again later; successors wait.
     *
     * @param slowsNumber the whole number has hit its throughput
     * @param windowRefused only its template may go out from now on
     */
    record Retry(Duration delay, @Nullable Integer errorCode, String why, boolean slowsNumber, boolean windowRefused)
            implements NextStep {}

    /** Back to the head of its lane untried; the number is held. */
    record Hold(int errorCode, String why) implements NextStep {}

    /** Nothing left this machine and nobody is to blame: back to the head of its lane, as if never claimed. */
    record Release(String why) implements NextStep {}

    /** Perhaps accepted: wait for a status webhook that tells. */
    record Uncertain(String why) implements NextStep {}
}
