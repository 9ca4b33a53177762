package io.inkstream.conversation;

import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done when a stage is due. */
final class Deeds {
    private static final int REMINDERS_MAX = 3;

    private Deeds() {}

    static void done(Turn turn, Stages.Deed deed, @Nullable Instant notAfter) {
        turn.because("timer." + deed);
        switch (deed) {
            case REMIND_CLIENT_FIRST -> remindClient(turn, "reminder.qualifying.1", notAfter);
            case REMIND_CLIENT_LAST -> remindClient(turn, "reminder.qualifying.2", notAfter);
            case ABANDON -> leave(turn, Status.ABANDONED);
            case REMIND_ARTIST -> Notices.reminder(turn, reason(turn));
            case REMIND_ARTIST_AND_COMFORT_CLIENT -> {
                comfortClient(turn);
                Notices.reminder(turn, reason(turn));
            }
            case LET_REVIEW_GO_STALE -> {
                comfortClient(turn);
                leave(turn, Status.STALE);
            }
            case REPEAT_OFFER -> repeatOffer(turn, notAfter);
            case WAITLIST -> turn.moveTo(Status.WAITLISTED, "no-answer-to-the-offer");
            case FOLLOW_UP_BOOKING -> {
                turn.moveTo(Status.NEEDS_FOLLOW_UP, "booking-waits");
                turn.lead(lead -> lead.handedOver(new Handover("booking-waits", Status.BOOKING_PENDING, null)));
                Notices.followUp(turn, Notices.reason(turn, "booking-waits", Map.of()));
            }
        }
    }

    private static void leave(Turn turn, Status to) {
        var left = turn.lead().status();
        turn.moveTo(to, "no-answer");
        turn.lead(lead -> lead.returningTo(left));
    }

    private static void remindClient(Turn turn, String copyKey, @Nullable Instant notAfter) {
        if (turn.consultation().open() == null || hadEnough(turn)) {
            return;
        }
        Asking.offerWhatCameLate(turn);
        var question = Asking.openText(turn);
        var values = turn.values();
        values.put("question", question.body());
        var text = turn.render(copyKey, values).withTapsOf(question);
        var commandId = turn.say(copyKey, text, MessageClass.REMINDER, notAfter, false);
        var open = turn.consultation().open();
        if (commandId != null && open != null) {
            turn.isAbout(commandId, Question.ofKey(open.question()));
        }
    }

    /** At most three per lead and stage: after that, silence is an answer. */
    private static boolean hadEnough(Turn turn) {
        var name = Counts.REMINDERS + "." + turn.lead().status();
        turn.counts(counts -> counts.plusOne(name));
        if (turn.lead().counts().of(name) > REMINDERS_MAX) {
            turn.because("reminders.enough");
            return true;
        }
        return false;
    }

    private static void comfortClient(Turn turn) {
        turn.say("review.delayed", turn.render("review.delayed", turn.values()), MessageClass.REMINDER, null, false);
    }

    private static void repeatOffer(Turn turn, @Nullable Instant notAfter) {
        if (hadEnough(turn)) {
            return;
        }
        var offer = turn.render("tour.unclear", TourOffers.offerValues(turn));
        var values = turn.values();
        values.put("question", offer.body());
        var text = turn.render("slots.reminder", values).withTapsOf(offer);
        turn.say("slots.reminder", text, MessageClass.REMINDER, notAfter, false);
    }

    private static String reason(Turn turn) {
        var waitsForDecision = turn.lead().status() == Status.PENDING_APPROVAL;
        return Notices.reason(turn, waitsForDecision ? "waiting-decision" : "waiting-reply", Map.of());
    }
}
