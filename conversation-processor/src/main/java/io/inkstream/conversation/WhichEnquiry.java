package io.inkstream.conversation;

import io.inkstream.conversation.understanding.AnotherPiece;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Status;
import java.util.EnumSet;
import java.util.Set;

/** A client with open business who describes another piece is asked which of the two it is about (spec §1, coming back). */
final class WhichEnquiry {
    private static final Set<Status> CONSULTATION_OVER = EnumSet.of(
            Status.PENDING_APPROVAL,
            Status.AWAITING_DEPOSIT,
            Status.DEPOSIT_PAID,
            Status.BOOKING_PENDING,
            Status.BOOKED,
            Status.WAITLISTED,
            Status.COLLECTING_TIME_WINDOWS,
            Status.DEPOSIT_EXPIRED);
    private static final int WORDS_KEPT_MAX = 500;

    private WhichEnquiry() {}

    /** True when the words are about which enquiry it is, and that is dealt with. */
    static boolean heard(Turn turn, Utterance text, Intent intent) {
        var waiting = turn.person().anotherPiece();
        if (waiting != null) {
            if (AnotherPiece.isNew(text)) {
                openNew(turn);
                return true;
            }
            if (AnotherPiece.isTheOpenOne(text)) {
                aboutTheOpenOne(turn);
                return true;
            }
            turn.person(person -> person.speakingOfAnotherPiece(null)); // neither: the words stand for themselves
        }
        return describesAnother(turn, text, intent) && ask(turn, text);
    }

    private static boolean describesAnother(Turn turn, Utterance text, Intent intent) {
        var lead = turn.lead();
        if (!CONSULTATION_OVER.contains(lead.status())
                || lead.handover() != null
                || turn.consultation().open() != null
                || intent == Intent.NO) {
            return false;
        }
        var mayBeMeant = lead.status() != Status.PENDING_APPROVAL && intent != Intent.QUESTION;
        return AnotherPiece.isNamed(text) || (mayBeMeant && AnotherPiece.isDescribed(text));
    }

    private static boolean ask(Turn turn, Utterance text) {
        turn.because("enquiry.which");
        Notes.keep(turn, new Said.Words(text));
        turn.person(person -> person.speakingOfAnotherPiece(ClientWords.cut(text.said(), WORDS_KEPT_MAX)));
        turn.say("enquiry.which", turn.render("enquiry.which", turn.values()));
        return true;
    }

    static void tapped(Turn turn, String choice) {
        if (choice.equals("new") && CONSULTATION_OVER.contains(turn.lead().status())) {
            openNew(turn);
        } else if (choice.equals("booking") && turn.person().anotherPiece() != null) {
            aboutTheOpenOne(turn);
        } else {
            HandOvers.tappedWhileElsewhere(turn);
        }
    }

    /** The open business stays as it is; the words that began it are the first of the new enquiry. */
    private static void openNew(Turn turn) {
        turn.because("enquiry.new");
        var words = words(turn);
        Enquiries.openBeside(turn, words);
    }

    private static void aboutTheOpenOne(Turn turn) {
        turn.because("enquiry.open-one");
        var words = words(turn);
        turn.counts(Counts::mayRepeatAllNotes); // whoever answers a question of ours gets a reply
        Replies.toText(turn, words, Intent.NONE);
    }

    private static Utterance words(Turn turn) {
        var waiting = turn.person().anotherPiece();
        turn.person(person -> person.speakingOfAnotherPiece(null));
        return Utterance.of(waiting == null ? "" : waiting);
    }
}
