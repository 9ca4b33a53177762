package io.inkstream.conversation;

import io.inkstream.conversation.copy.Rendered;
import io.inkstream.schemas.lead.Input.Command;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.LeadEvent.Rejection;
import io.inkstream.schemas.lead.LeadSnapshot.Approval;
import io.inkstream.schemas.lead.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person at the studio may do, and when (spec §4, commands). Applied whole, or rejected with a reason. */
final class Commands {
    private static final Set<Status> APPROVABLE =
            EnumSet.of(Status.PENDING_APPROVAL, Status.STALE, Status.NEEDS_FOLLOW_UP, Status.NEEDS_ARTIST_REPLY);
    private static final int MESSAGE_MAX = 4_096;

    private Commands() {}

    /** Why a command cannot be applied. */
    private record Refusal(Rejection reason, String detail) {}

    static void given(Turn turn, Command command) {
        var refusal = refusal(turn, command);
        var name = name(command.action());
        if (refusal != null) {
            turn.because("command.rejected");
            turn.happened(new LeadEvent.CommandRejected(
                    command.inputId(), name, command.actor(), refusal.reason(), refusal.detail()));
            return;
        }
        turn.because("command." + name);
        turn.happened(new LeadEvent.CommandAccepted(command.inputId(), name, command.actor(), command.door()));
        switch (command.action()) {
            case LeadAction.Approve approve -> approve(turn, approve);
            case LeadAction.Reject(var reason) -> reject(turn, reason);
            case LeadAction.Ask(var text) -> ask(turn, text);
            case LeadAction.HandBack(var question) -> HandOvers.back(turn, questionNamed(question));
            case LeadAction.Close(var reason) -> close(turn, reason);
        }
    }

    static String name(LeadAction action) {
        return switch (action) {
            case LeadAction.Approve _ -> "approve";
            case LeadAction.Reject _ -> "reject";
            case LeadAction.Ask _ -> "ask";
            case LeadAction.HandBack _ -> "hand-back";
            case LeadAction.Close _ -> "close";
        };
    }

    private static @Nullable Refusal refusal(Turn turn, Command command) {
        if (!turn.hasLead() || !turn.lead().leadId().equals(command.leadId())) {
            return new Refusal(Rejection.UNKNOWN_LEAD, "This enquiry is closed, or not known here.");
        }
        var seen = command.expectedVersion();
        if (seen != null && seen != turn.lead().version()) {
            return new Refusal(
                    Rejection.STALE_VERSION,
                    "You saw version " + seen + ", it is now " + turn.lead().version() + ".");
        }
        return switch (command.action()) {
            case LeadAction.Approve approve -> approveRefusal(turn, approve);
            case LeadAction.Reject _ -> rejectRefusal(turn);
            case LeadAction.Ask(var text) -> askRefusal(turn, text);
            case LeadAction.HandBack(var question) -> handBackRefusal(turn, question);
            case LeadAction.Close _ -> closeRefusal(turn);
        };
    }

    // --- approve

    private static @Nullable Refusal approveRefusal(Turn turn, LeadAction.Approve approve) {
        if (!APPROVABLE.contains(turn.lead().status())) {
            return forbidden(turn, "approve");
        }
        if (turn.isOptedOut()) {
            return optedOut();
        }
        var figures = figures(turn, approve);
        var sensible = figures.priceFromMinor() >= 0
                && figures.priceToMinor() >= figures.priceFromMinor()
                && figures.depositMinor() > 0;
        return sensible ? null : new Refusal(Rejection.INVALID, "The price range or the deposit makes no sense.");
    }

    /**
     * AWAITING_DEPOSIT. Slots come with the calendar; until then the client hears that the piece is wanted and that a
     * date follows ({@code slots.none}), and nothing that nobody can keep.
     */
    private static void approve(Turn turn, LeadAction.Approve approve) {
        if (turn.lead().review().estimate() == null) {
            Completion.estimate(turn);
        }
        var figures = figures(turn, approve);
        turn.reach(Status.AWAITING_DEPOSIT, "approved");
        turn.lead(lead -> lead.at("approvedAt", turn.now())
                .with(lead.review().approved(figures))
                .handedOver(null)
                .heldBy(null)
                .returningTo(null));
        turn.consultation(consultation -> consultation.asking(null).withoutFailures());
        turn.happened(new LeadEvent.Approved(figures.priceFromMinor(), figures.priceToMinor(), figures.depositMinor()));
        turn.counts(counts -> counts.said("slots.none", turn.now()));
        turn.say("slots.none", turn.render("slots.none", turn.values()));
    }

    /** The artist's figures win; the estimate fills what is left open. */
    private static Approval figures(Turn turn, LeadAction.Approve approve) {
        var estimate = turn.lead().review().estimate();
        var from = approve.priceFromMinor() != null
                ? approve.priceFromMinor()
                : estimate == null ? 0 : estimate.priceFromMinor();
        var to = approve.priceToMinor() != null
                ? approve.priceToMinor()
                : approve.priceFromMinor() != null || estimate == null ? from : estimate.priceToMinor();
        var tier = estimate == null ? 1 : estimate.depositMinor();
        return new Approval(from, to, approve.depositMinor() != null ? approve.depositMinor() : tier);
    }

    // --- reject and close

    private static @Nullable Refusal rejectRefusal(Turn turn) {
        var isPaid = StatusTable.PAID.contains(turn.lead().status())
                || turn.lead().review().paidMinor() > 0;
        if (isPaid) {
            return new Refusal(Rejection.FORBIDDEN_STATUS, "Money was paid: cancel and refund instead.");
        }
        return turn.mayMoveTo(Status.REJECTED) ? null : forbidden(turn, "reject");
    }

    private static void reject(Turn turn, @Nullable String reason) {
        end(turn, Status.REJECTED, reason);
        turn.say("review.rejected", turn.render("review.rejected", turn.values()));
    }

    private static @Nullable Refusal closeRefusal(Turn turn) {
        var isPaid = StatusTable.PAID.contains(turn.lead().status())
                || turn.lead().review().paidMinor() > 0;
        if (isPaid) {
            return new Refusal(Rejection.FORBIDDEN_STATUS, "Money was paid: cancel and refund instead.");
        }
        return turn.mayMoveTo(Status.CANCELLED) || turn.mayMoveTo(Status.REJECTED) ? null : forbidden(turn, "close");
    }

    /** Ends the enquiry without a word to the client. */
    private static void close(Turn turn, @Nullable String reason) {
        end(turn, turn.mayMoveTo(Status.CANCELLED) ? Status.CANCELLED : Status.REJECTED, reason);
    }

    private static void end(Turn turn, Status status, @Nullable String reason) {
        turn.moveTo(status, reason);
        turn.consultation(consultation -> consultation.asking(null));
        turn.lead(lead -> lead.handedOver(null).heldBy(null).returningTo(null).withholding(null));
        if (reason != null && !reason.isBlank()) {
            turn.lead(lead -> lead.closedBecause(ClientWords.cut(reason.strip(), 500)));
        }
    }

    // --- ask

    private static @Nullable Refusal askRefusal(Turn turn, String text) {
        if (turn.isOptedOut()) {
            return optedOut();
        }
        var isSendable = !text.isBlank() && text.length() <= MESSAGE_MAX;
        return isSendable
                ? null
                : new Refusal(Rejection.INVALID, "A message needs 1 to " + MESSAGE_MAX + " characters.");
    }

    /** The artist's own words; the artist holds the conversation from now on. */
    private static void ask(Turn turn, String text) {
        var until = turn.now().plus(turn.settings().timings().artistHold());
        var wasHeld = turn.lead().isHeldByArtist(turn.now());
        turn.lead(lead -> lead.heldBy(new ArtistHold(turn.now(), until)));
        turn.happened(new LeadEvent.ArtistHeld(until));
        if (!wasHeld) {
            turn.growsVersion();
        }
        var words = ClientWords.withoutPlaceholders(text.strip());
        turn.say("artist.message", new Rendered(words, List.of(), null, List.of(), null));
    }

    // --- hand back

    private static @Nullable Refusal handBackRefusal(Turn turn, @Nullable String question) {
        var lead = turn.lead();
        var isWithAPerson = StatusTable.WITH_A_PERSON.contains(lead.status())
                || lead.handover() != null
                || lead.isHeldByArtist(turn.now());
        if (!isWithAPerson) {
            return forbidden(turn, "hand-back");
        }
        if (turn.isOptedOut()) {
            return optedOut();
        }
        if (question == null) {
            return null;
        }
        if (questionNamed(question) == null) {
            return new Refusal(Rejection.INVALID, "There is no question of that name.");
        }
        var mayAsk = lead.status() == Status.QUALIFYING || turn.mayMoveTo(Status.QUALIFYING);
        return mayAsk ? null : forbidden(turn, "hand-back to a question");
    }

    private static @Nullable Question questionNamed(@Nullable String key) {
        return key == null ? null : Question.ofKey(key);
    }

    // --- refusals

    private static Refusal forbidden(Turn turn, String action) {
        return new Refusal(
                Rejection.FORBIDDEN_STATUS,
                "Cannot " + action + " while the status is " + turn.lead().status() + ".");
    }

    private static Refusal optedOut() {
        return new Refusal(Rejection.OPTED_OUT, "The client asked not to be messaged.");
    }
}
