package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.Input.ClientMessage;
import java.util.Comparator;
import java.util.function.Predicate;

/** Which of a client's open enquiries an input is about. Most have one, and then there is nothing to choose. */
final class Leads {
    private Leads() {}

    /** What is not a client's words says itself which enquiry it belongs to. */
    static void turnToAddressed(Turn turn, Input input) {
        if (turn.others().isEmpty()) {
            return;
        }
        switch (input) {
            case Input.Command command -> turnTo(turn, lead -> lead.leadId().equals(command.leadId()));
            case Input.Timer timer -> turnTo(turn, lead -> timer.timerId().startsWith(lead.leadId()));
            case Input.Payment payment -> turnTo(turn, lead -> lead.leadId().equals(payment.leadId()));
            case Input.SendOutcome outcome -> turnTo(turn, lead -> hasSaid(lead, outcome.commandId()));
            case ClientMessage _, Input.ArtistMessage _ -> {} // chosen by what it says
        }
    }

    private static boolean hasSaid(Lead lead, String commandId) {
        var withheld = lead.withheld();
        return (withheld != null && withheld.commandId().equals(commandId))
                || lead.trail().about(commandId) != null;
    }

    /** A quoted message's enquiry, the one the artist talks about, the booked one for its matters, the one with a question open; else the newest. */
    static void turnToSpokenOf(Turn turn, ClientMessage message, Intent intent) {
        if (turn.others().isEmpty()) {
            return;
        }
        var context = message.context();
        var quotedId = context == null ? null : context.quotedId();
        if (quotedId != null && turnTo(turn, lead -> lead.trail().about(quotedId) != null)) {
            return;
        }
        var isOfABooking = isOfABooking(intent) && turnTo(turn, lead -> StatusTable.PAID.contains(lead.status()));
        if (!isOfABooking
                && !turnTo(turn, lead -> lead.isHeldByArtist(turn.now()))
                && !turnTo(turn, lead -> lead.consultation().open() != null)) {
            turnTo(turn, newest(turn)::equals);
        }
    }

    private static Lead newest(Turn turn) {
        return turn.others().stream()
                .filter(lead -> !StatusTable.CLOSED.contains(lead.status()))
                .filter(lead -> isOpenedLater(lead, turn.lead())
                        || StatusTable.CLOSED.contains(turn.lead().status()))
                .max(Comparator.comparing(lead -> String.valueOf(lead.time("createdAt"))))
                .orElse(turn.lead());
    }

    private static boolean isOpenedLater(Lead lead, Lead than) {
        return String.valueOf(lead.time("createdAt")).compareTo(String.valueOf(than.time("createdAt"))) > 0;
    }

    private static boolean isOfABooking(Intent intent) {
        return switch (intent) {
            case CANCEL_BOOKING, RESCHEDULE, RUNNING_LATE, AFTERCARE, REFUND -> true;
            case OPT_OUT,
                    OPT_IN,
                    HUMAN,
                    BOT_IDENTITY,
                    DELETE_DATA,
                    DATA_REQUEST,
                    START_OVER,
                    WRONG_NUMBER,
                    CONTINUE,
                    LANGUAGE_ENGLISH,
                    LANGUAGE_SPANISH,
                    QUESTION,
                    YES,
                    NO,
                    NONE -> false;
        };
    }

    private static boolean turnTo(Turn turn, Predicate<Lead> wanted) {
        if (turn.hasLead() && wanted.test(turn.lead())) {
            return true;
        }
        var found = turn.others().stream().filter(wanted).findFirst();
        found.ifPresent(turn::turnTo);
        return found.isPresent();
    }
}
