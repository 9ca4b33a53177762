package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Intents;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.YesNo;
import io.inkstream.schemas.lead.Input.ClientMessage;
import io.inkstream.schemas.lead.Reason;
import java.util.List;

/**
 * A client's message, from the strongest rule to the weakest: STOP, consent, the studio's switches, whose turn it is,
 * what the words ask for, and only then what they answer.
 */
final class ClientMessages {
    private ClientMessages() {}

    static void received(Turn turn, ClientMessage message) {
        if (message.group()) {
            turn.ignore("group-message");
            return;
        }
        learnName(turn, message);
        var said = Said.in(message.content());
        var intent = intentOf(turn, said);
        Leads.turnToSpokenOf(turn, message, intent);
        Bursts.interruptedBy(turn, said, intent);
        if (intent == Intent.OPT_OUT) {
            OptOut.stop(turn);
        } else if (turn.isOptedOut()) {
            OptOut.wroteWhileOut(turn, said, intent);
        } else {
            heard(turn, message, said, intent);
        }
    }

    /** What the words ask for; a wish is part of the explanation, with the words it was heard in. */
    private static Intent intentOf(Turn turn, Said said) {
        if (!(Intents.read(said.words())
                instanceof Reading.Understood<Intent>(var intent, var rule, var span, var _))) {
            return Intent.NONE;
        }
        if (isUrgent(intent) || intent == Intent.OPT_OUT || intent == Intent.CONTINUE || intent == Intent.OPT_IN) {
            turn.because(new Reason(rule, "intent", ClientWords.cut(span, 200), intent.name(), List.of()));
        }
        return intent;
    }

    private static void learnName(Turn turn, ClientMessage message) {
        var name = message.profileName();
        if (name != null && !name.isBlank() && !name.equals(turn.person().name())) {
            turn.person(person -> person.named(ClientWords.cut(name.strip(), 100)));
        }
    }

    private static void heard(Turn turn, ClientMessage message, Said said, Intent intent) {
        switch (said) {
            case Said.Silent silent -> turn.ignore(silent.rule());
            case Said.Reacted reaction -> reacted(turn, reaction);
            case Said.Words _, Said.Tapped _, Said.Picture _, Said.Pin _, Said.Unreadable _ -> {
                if (Switches.silence(turn, said)) {
                    return;
                }
                spoken(turn, message, said, intent);
            }
        }
    }

    /** A thumbs-up on our newest yes/no question is a yes; every other reaction is nothing. */
    private static void reacted(Turn turn, Said.Reacted reaction) {
        var open = turn.hasLead() ? turn.consultation().open() : null;
        var isYes = reaction.emoji() != null && YesNo.isYesEmoji(reaction.emoji());
        if (open == null || !isYes || !open.isYesNo() || !java.util.Objects.equals(open.wamid(), reaction.wamid())) {
            turn.ignore("reaction");
            return;
        }
        turn.because("reaction.yes");
        Enquiries.touch(turn);
        LiveTalk.words(turn, io.inkstream.conversation.understanding.Utterance.of("yes"), Intent.YES, false);
    }

    private static void spoken(Turn turn, ClientMessage message, Said said, Intent intent) {
        if (turn.hasLead() && Withholding.owesSomething(turn) && !isUrgent(intent)) {
            Enquiries.touch(turn);
            WithArtist.passOnIfHeld(turn, said);
            Withholding.sayOwed(turn);
        } else if (turn.hasLead() && turn.lead().isHeldByArtist(turn.now())) {
            Enquiries.touch(turn);
            WithArtist.wroteToArtist(turn, said, intent);
        } else if (!Enquiries.wakesOrOpens(turn, said, intent)) {
            Enquiries.touch(turn);
            LiveTalk.heard(turn, said, intent, Lateness.isLate(turn, message));
        }
    }

    /** A wish of the client's own that is heard at once, also where words are otherwise no answer. */
    static boolean isUrgent(Intent intent) {
        return switch (intent) {
            case YES, NO, NONE, CONTINUE, OPT_IN, QUESTION, OPT_OUT -> false;
            case HUMAN,
                    BOT_IDENTITY,
                    REFUND,
                    DELETE_DATA,
                    DATA_REQUEST,
                    CANCEL_BOOKING,
                    RESCHEDULE,
                    RUNNING_LATE,
                    AFTERCARE,
                    START_OVER,
                    WRONG_NUMBER,
                    LANGUAGE_ENGLISH,
                    LANGUAGE_SPANISH -> true;
        };
    }
}
