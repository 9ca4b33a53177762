package io.inkstream.outbound;

import io.inkstream.outbound.Reaction.Fail;
import io.inkstream.outbound.Reaction.HoldNumber;
import io.inkstream.outbound.Reaction.NeedsTemplate;
import io.inkstream.outbound.Reaction.Retry;
import io.inkstream.outbound.Reaction.Spacing;
import io.inkstream.outbound.SendOutcome.Accepted;
import io.inkstream.outbound.SendOutcome.LeaseLost;
import io.inkstream.outbound.SendOutcome.NotSent;
import io.inkstream.outbound.SendOutcome.Refused;
import io.inkstream.outbound.SendOutcome.Unknown;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns what WhatsApp said into what becomes of the command.
 *
 * @param notSentMax how often a command may fail to leave this machine before it is given up
 */
public record Aftermath(GraphErrorTable errors, Backoff backoff, int notSentMax) {

    /**
     * One try, as far as the rules need it.
     *
     * @param failures tries of this command that failed in a row before this one
     * @param asTemplate what was sent was the template
     * @param hasTemplate the command has one
     */
    public record Try(int failures, boolean asTemplate, boolean hasTemplate) {}

    /** {@code chance} in [0, 1) spreads the retries. */
    public NextStep after(Try attempt, SendOutcome outcome, double chance) {
        return switch (outcome) {
            case Accepted accepted -> accepted(attempt, accepted.wamid());
            case Refused refused -> refused(attempt, refused, chance);
            case NotSent notSent -> notSent(attempt, notSent, chance);
            case Unknown unknown -> new NextStep.Uncertain(unknown.detail());
            case LeaseLost _ -> new NextStep.Release("the claim ran out before the request was begun");
        };
    }

    /** A message that WhatsApp took and later declared undelivered, while we did not know that it had been taken. */
    public NextStep afterFailedStatus(Try attempt, int errorCode, double chance) {
        return refused(attempt, new Refused(new GraphError(errorCode, false, 400), null), chance);
    }

    private static NextStep accepted(Try attempt, String wamid) {
        var outcome = attempt.asTemplate() ? Outcome.SENT_AS_TEMPLATE : Outcome.SENT;
        return new NextStep.Finish(LedgerState.SENT, outcome, true, wamid, null, null);
    }

    private NextStep refused(Try attempt, Refused refused, double chance) {
        var error = refused.error();
        var reaction = errors.reactionTo(error);
        var why = error.code() == GraphError.NONE
                ? "HTTP " + error.httpStatus() + " without a Graph error"
                : error.code() + " " + reaction.meaning();
        return switch (reaction) {
            case Retry retry ->
                attempt.failures() + 1 >= retry.attemptsMax()
                        ? givenUp(error.code(), why)
                        : new NextStep.Retry(
                                backoff.delay(retry.spacing(), attempt.failures(), refused.retryAfter(), chance),
                                error.code(),
                                why,
                                retry.spacing() == Spacing.NUMBER,
                                false);
            case HoldNumber _ -> new NextStep.Hold(error.code(), why);
            case NeedsTemplate _ ->
                attempt.hasTemplate() && !attempt.asTemplate()
                        ? new NextStep.Retry(Duration.ZERO, error.code(), why, false, true)
                        : new NextStep.Finish(LedgerState.FAILED, Outcome.UNSENDABLE, true, null, error.code(), why);
            case Fail _ -> new NextStep.Finish(LedgerState.FAILED, Outcome.FAILED, true, null, error.code(), why);
        };
    }

    private NextStep notSent(Try attempt, NotSent notSent, double chance) {
        if (attempt.failures() + 1 >= notSentMax) {
            return givenUp(null, notSent.detail());
        }
        var delay = backoff.delay(Spacing.STEADY, attempt.failures(), null, chance);
        return new NextStep.Retry(delay, null, notSent.detail(), false, false);
    }

    private static NextStep givenUp(@Nullable Integer errorCode, String why) {
        return new NextStep.Finish(LedgerState.DEAD, Outcome.DEAD, true, null, errorCode, "given up: " + why);
    }
}
