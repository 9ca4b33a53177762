package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Status;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a client may ask for at any time, whatever question is open. */
final class Requests {
    private static final Set<Status> MAY_START_OVER =
            EnumSet.of(Status.QUALIFYING, Status.TOUR_CONVERSION_OFFERED, Status.WAITLISTED);

    private Requests() {}

    /** Acts on the intent; false when it asks for nothing here, and the words are to be read as an answer. */
    static boolean acted(Turn turn, Utterance text, Intent intent) {
        return switch (intent) {
            case HUMAN -> HandOvers.hard(turn, "human", "handover.human");
            case REFUND -> HandOvers.hard(turn, "refund", "handover.refund");
            case DELETE_DATA -> HandOvers.hard(turn, "delete-data", "handover.delete-data");
            case DATA_REQUEST -> HandOvers.hard(turn, "data-request", "handover.data-request");
            case AFTERCARE -> HandOvers.hard(turn, "aftercare", "handover.aftercare");
            case BOT_IDENTITY -> {
                turn.say("bot.identity", turn.render("bot.identity", turn.values()));
                yield true;
            }
            case CANCEL_BOOKING -> cancel(turn);
            case RESCHEDULE -> isPaid(turn) && HandOvers.hard(turn, "change-booking", "handover.human");
            case RUNNING_LATE -> runningLate(turn, text);
            case WRONG_NUMBER -> wrongNumber(turn);
            case START_OVER -> startOver(turn);
            case CONTINUE, OPT_IN -> carryOn(turn);
            case LANGUAGE_ENGLISH, LANGUAGE_SPANISH -> switchLanguage(turn, intent);
            case OPT_OUT, QUESTION, YES, NO, NONE -> false;
        };
    }

    private static boolean isPaid(Turn turn) {
        return StatusTable.PAID.contains(turn.lead().status());
    }

    /** There is no booking to cancel before money was taken; afterwards a person settles it. */
    private static boolean cancel(Turn turn) {
        if (isPaid(turn)) {
            return HandOvers.hard(turn, "change-booking", "handover.human");
        }
        if (StatusTable.WITH_A_PERSON.contains(turn.lead().status())) {
            return false;
        }
        Asking.sayWithQuestion(turn, "cancel.which");
        return true;
    }

    private static boolean runningLate(Turn turn, Utterance text) {
        if (!isPaid(turn)) {
            return false;
        }
        turn.note(text.said());
        turn.say("late.noted", turn.render("late.noted", turn.values()));
        Notices.alertWith(turn, Notices.reason(turn, "late", Map.of()));
        return true;
    }

    private static boolean wrongNumber(Turn turn) {
        if (isPaid(turn) || !turn.mayMoveTo(Status.CANCELLED)) {
            return false;
        }
        turn.consultation(consultation -> consultation.asking(null));
        turn.moveTo(Status.CANCELLED, "wrong-number");
        turn.lead(lead -> lead.closedBecause("WRONG_NUMBER"));
        turn.say("closed.wrong-number", turn.render("closed.wrong-number", turn.values()));
        return true;
    }

    private static boolean startOver(Turn turn) {
        if (!MAY_START_OVER.contains(turn.lead().status())) {
            return false;
        }
        Enquiries.startOver(turn);
        return true;
    }

    /** CONTINUE ends a handover; without one it repeats the open question. */
    private static boolean carryOn(Turn turn) {
        var lead = turn.lead();
        var isWithAPerson = lead.handover() != null || lead.isHeldByArtist(turn.now());
        if (isWithAPerson || StatusTable.WITH_A_PERSON.contains(lead.status())) {
            HandOvers.back(turn, null);
            return true;
        }
        if (turn.consultation().open() == null) {
            return false;
        }
        Asking.askOpenAgain(turn, null);
        return true;
    }

    private static boolean repeatsTheQuestion(Turn turn) {
        var lead = turn.lead();
        var isWithAPerson = lead.handover() != null || StatusTable.WITH_A_PERSON.contains(lead.status());
        if (isWithAPerson || turn.consultation().open() == null) {
            return false;
        }
        Asking.askOpenAgain(turn, null);
        return true;
    }

    private static boolean switchLanguage(Turn turn, Intent intent) {
        var locale = LiveTalk.languageAsked(intent);
        if (locale == null) {
            return false;
        }
        if (locale.equals(turn.copy().locale())) {
            return repeatsTheQuestion(turn); // we speak it already
        }
        turn.because("language.switched");
        turn.person(person -> person.speaking(locale));
        Asking.sayWithQuestion(turn, "language.switched");
        return true;
    }
}
