package io.inkstream.outbound.ledger;

import io.inkstream.outbound.NextStep;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;

/** What a person may decide about an uncertain command. */
public enum Decision {
    /** The recipient has it. */
    SENT,
    /** Send it again, at its place. */
    RESEND,
    /** Give it up. */
    DROP;

    /** Why such a command ended: nobody knows whether the recipient has it, so it is not to be sent again. */
    static final String GIVEN_UP = "given up by an operator";

    Transition transition(LedgerRow row) {
        return switch (this) {
            case SENT ->
                Transition.of(
                        row,
                        new NextStep.Finish(
                                LedgerState.SENT,
                                row.sentAsTemplate() ? Outcome.SENT_AS_TEMPLATE : Outcome.SENT,
                                true,
                                null,
                                null,
                                "an operator says that it arrived"),
                        row.changedAt());
            case RESEND -> Transition.resend(row, "sent again by an operator");
            case DROP ->
                Transition.of(
                        row,
                        new NextStep.Finish(LedgerState.DEAD, Outcome.DEAD, true, null, row.errorCode(), GIVEN_UP),
                        row.changedAt());
        };
    }
}
