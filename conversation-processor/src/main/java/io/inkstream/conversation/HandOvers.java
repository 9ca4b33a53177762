package io.inkstream.conversation;

import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hard handover: a person has the conversation, and the bot is silent but for a holding note, until it is handed back. */
final class HandOvers {
    private static final Set<Status> REPLIED_BY_A_PERSON =
            EnumSet.of(Status.NEEDS_ARTIST_REPLY, Status.NEEDS_FOLLOW_UP);

    private HandOvers() {}

    static boolean hard(Turn turn, String reason, String copyKey) {
        return hard(turn, reason, copyKey, copyKey, null);
    }

    /**
     * Hands over; false when this very reason already did, and there is nothing new to say.
     *
     * @param reason a {@code reason.<name>} of the copy
     * @param section where the wording of the copy key stands
     * @param detail the field it is about, if any
     */
    static boolean hard(Turn turn, String reason, String copyKey, String section, @Nullable String detail) {
        var before = turn.lead().handover();
        if (before != null && before.reason().equals(reason)) {
            return false;
        }
        turn.because(new Reason("handover." + reason, "handover", null, null, List.of()));
        turn.lead(lead -> lead.handedOver(new Handover(reason, statusToReturnTo(lead), detail)));
        if (turn.mayMoveTo(Status.NEEDS_ARTIST_REPLY)) {
            turn.moveTo(Status.NEEDS_ARTIST_REPLY, reason);
        }
        turn.happened(new LeadEvent.HandedOver(reason, true));
        turn.growsVersion();
        turn.counts(counts -> counts.unsaid("handover.holding"));
        turn.say(copyKey, turn.render(section, turn.values()));
        Notices.handover(turn, reasonText(turn, reason, detail), true);
        return true;
    }

    /** A second reason does not change where the first one leads back to. */
    private static Status statusToReturnTo(Lead lead) {
        var before = lead.handover();
        return before != null && lead.status() == Status.NEEDS_ARTIST_REPLY ? before.returnTo() : lead.status();
    }

    private static String reasonText(Turn turn, String reason, @Nullable String detail) {
        var field = detail == null ? "" : turn.artistCopy().words("field." + detail);
        return Notices.reason(turn, reason, Map.of("field", field));
    }

    /** The artist is told once; the bot answers kindly, ends with the open question and goes on. */
    static void soft(Turn turn, String reason, String copyKey) {
        turn.because("handover.soft." + reason);
        turn.happened(new LeadEvent.HandedOver(reason, false));
        if (turn.lead().counts().of("soft." + reason) == 0) {
            Notices.handover(turn, reasonText(turn, reason, null), false);
        }
        turn.counts(counts -> counts.plusOne("soft." + reason));
        Asking.sayWithQuestion(turn, copyKey);
    }

    /** The client writes while a person has the conversation: stored, shown, and a note at most once in a while. */
    static void hold(Turn turn, Said said) {
        turn.because("handover.holding");
        Notes.keep(turn, said);
        if (said instanceof Said.Words(var words) && SmallTalk.isThanks(words)) {
            return;
        }
        var pause = turn.settings().timings().holdingNoteCooldown();
        var hold = turn.lead().hold();
        if (hold != null && turn.now().isBefore(hold.wroteAt().plus(pause))) {
            return;
        }
        if (Notes.mayRepeat(turn, "handover.holding", pause)) {
            turn.say("handover.holding", turn.render("handover.holding", turn.values()));
        }
    }

    /** An old button, tapped where it means nothing any more. */
    static void tappedWhileElsewhere(Turn turn) {
        if (REPLIED_BY_A_PERSON.contains(turn.lead().status())) {
            hold(turn, new Said.Silent("old-tap", Said.NOTHING));
        } else {
            turn.ignore("old-tap");
        }
    }

    /**
     * The bot takes over again, exactly where it left off, with the strikes cleared.
     *
     * @param question asked instead of the one that was open
     */
    static void back(Turn turn, @Nullable Question question) {
        var target = question != null ? Status.QUALIFYING : whereTo(turn);
        turn.because("handover.back");
        turn.reach(target, "handed-back");
        turn.lead(lead -> lead.handedOver(null).heldBy(null).returningTo(null));
        turn.consultation(Consultation::withoutFailures);
        turn.counts(counts ->
                counts.unsaid("handover.holding").with(Counts.INSULTS, 0).with(Counts.UNKNOWN_QUESTIONS, 0));
        if (question != null) {
            Asking.open(turn, question);
        }
        var open = turn.consultation().open();
        turn.happened(new LeadEvent.HandedBack(turn.lead().status(), open == null ? null : open.question()));
        turn.growsVersion();
        if (!StatusTable.CLOSED.contains(turn.lead().status())) {
            goOn(turn);
        }
    }

    private static Status whereTo(Turn turn) {
        var lead = turn.lead();
        if (lead.handover() != null) {
            return lead.handover().returnTo();
        }
        if (lead.status() == Status.ABANDONED || lead.status() == Status.STALE) {
            return lead.returnTo() == null ? Status.QUALIFYING : lead.returnTo();
        }
        if (!REPLIED_BY_A_PERSON.contains(lead.status())) {
            return lead.status();
        }
        return lead.review().estimate() == null ? Status.QUALIFYING : Status.PENDING_APPROVAL;
    }

    private static void goOn(Turn turn) {
        var status = turn.lead().status();
        if (status == Status.QUALIFYING && turn.consultation().open() == null) {
            Asking.next(turn, "handover.leadin");
        } else if (status == Status.TOUR_CONVERSION_OFFERED) {
            TourOffers.sayAgain(turn);
        } else {
            Asking.askOpenAgain(turn, "handover.leadin");
        }
    }
}
