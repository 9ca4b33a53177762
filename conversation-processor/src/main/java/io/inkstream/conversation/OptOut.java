package io.inkstream.conversation;

import io.inkstream.conversation.copy.Rendered;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import java.time.Duration;

/** Consent belongs to the person: STOP ends every automatic message, only an opt-in word brings them back (spec §1). */
final class OptOut {
    private static final Duration HOW_BACK_AFTER = Duration.ofDays(1);

    private OptOut() {}

    static void stop(Turn turn) {
        if (turn.isOptedOut()) {
            turn.ignore("already-opted-out");
            return;
        }
        if (!turn.hasLead()) {
            turn.openLead();
        }
        turn.because("opt-out");
        turn.consent(Consent.OPTED_OUT);
        turn.person(person -> person.optedOut(turn.now()));
        turn.lead(lead -> lead.at("lastClientMessageAt", turn.now()).at("optedOutAt", turn.now()));
        var bookingStands = StatusTable.PAID.contains(turn.lead().status());
        if (turn.mayMoveTo(Status.OPTOUT)) {
            var left = turn.lead().status();
            turn.moveTo(Status.OPTOUT, "STOP");
            turn.lead(lead -> lead.returningTo(left));
        }
        confirm(turn, bookingStands);
    }

    private static void confirm(Turn turn, boolean bookingStands) {
        var section = bookingStands ? "optout.confirmed.booked" : "optout.confirmed";
        sayDespite(turn, "optout.confirmed", turn.render(section, turn.values()));
        if (bookingStands) {
            Notices.alert(turn, "optout-booked");
        }
    }

    /** Stored and shown, not answered, but for one hint how to come back, once ever. */
    static void wroteWhileOut(Turn turn, Said said, Intent intent) {
        if (said instanceof Said.Silent silent) {
            turn.ignore(silent.rule());
            return;
        }
        if (said instanceof Said.Reacted) {
            turn.ignore("reaction");
            return;
        }
        if (intent == Intent.OPT_IN) {
            resume(turn);
            return;
        }
        turn.because("opted-out.silent");
        Notes.keepWithoutLead(turn, said);
        if (turn.hasLead()) {
            turn.lead(lead -> lead.at("lastClientMessageAt", turn.now()));
        }
        hintOnce(turn);
    }

    private static void hintOnce(Turn turn) {
        var since = turn.person().optedOutAt();
        if (since == null || turn.person().toldHowBack() || turn.now().isBefore(since.plus(HOW_BACK_AFTER))) {
            return;
        }
        turn.person(Person::toldHowBackNow);
        sayDespite(turn, "optout.how-back", turn.render("optout.how-back", turn.values()));
    }

    private static void sayDespite(Turn turn, String copyKey, Rendered text) {
        turn.say(copyKey, text, MessageClass.CONVERSATIONAL, null, true);
    }

    private static void resume(Turn turn) {
        turn.because("opt-in");
        if (!turn.hasLead()) {
            turn.openLead();
        }
        turn.consent(Consent.GRANTED);
        turn.person(Person::optedIn);
        Enquiries.touch(turn);
        if (turn.lead().status() == Status.OPTOUT) {
            goBack(turn);
        } else if (turn.lead().status() == Status.NEW) {
            turn.moveTo(Status.QUALIFYING, "opt-in");
        }
        if (turn.lead().status() != Status.QUALIFYING) {
            turn.say("optin.resumed", turn.render("optin.resumed.closed", turn.values()));
            return;
        }
        if (turn.consultation().open() == null) {
            Asking.openNext(turn);
        }
        Asking.sayWithQuestion(turn, "optin.resumed");
    }

    /** "Back in the status that was left", where a NEW lead has become one that is being asked. */
    private static void goBack(Turn turn) {
        var left = turn.lead().returnTo();
        turn.lead(lead -> lead.returningTo(null));
        if (left == null || left == Status.NEW || !turn.reach(left, "opt-in")) {
            turn.reach(Status.QUALIFYING, "opt-in");
        }
    }
}
