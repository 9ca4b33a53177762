package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Amounts;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Sizes;
import io.inkstream.conversation.understanding.Utterance;
import java.time.Duration;

/** What each status answers to other text: the table of spec §1. */
final class Replies {
    private static final Duration NOTE_PAUSE = Duration.ofHours(6);

    private Replies() {}

    static void toText(Turn turn, Utterance text, Intent intent) {
        var status = turn.lead().status();
        switch (status) {
            case QUALIFYING -> Qualifying.answered(turn, text, intent);
            case PENDING_APPROVAL -> pendingApproval(turn, text, intent);
            case TOUR_CONVERSION_OFFERED -> tourOffer(turn, text, intent);
            case WAITLISTED -> waitlisted(turn, text, intent);
            case NEEDS_ARTIST_REPLY -> HandOvers.hold(turn, new Said.Words(text));
            case NEEDS_FOLLOW_UP -> followUp(turn, text);
            case AWAITING_DEPOSIT -> waiting(turn, text, intent, "slots.none");
            case DEPOSIT_PAID, BOOKING_PENDING -> waiting(turn, text, intent, "booking.pending");
            case BOOKED -> booked(turn, text, intent);
            case COLLECTING_TIME_WINDOWS -> waiting(turn, text, intent, "windows.ask");
            case DEPOSIT_EXPIRED -> waiting(turn, text, intent, "deposit.expired");
            case NEW, ABANDONED, STALE, OPTOUT, REJECTED, CANCELLED, REFUNDED ->
                throw new IllegalStateException("no live talk in " + status); // woken or replaced before
        }
    }

    private static void pendingApproval(Turn turn, Utterance text, Intent intent) {
        if (turn.consultation().open() != null) {
            Qualifying.answered(turn, text, intent); // a change was asked for, this is the new value
        } else {
            waiting(turn, text, intent, "review.waiting");
        }
    }

    private static void waitlisted(Turn turn, Utterance text, Intent intent) {
        if (turn.consultation().open() != null) {
            Qualifying.answered(turn, text, intent);
        } else if (!TourOffers.namedAnotherCity(turn, text, intent)) {
            waiting(turn, text, intent, "tour.waitlisted");
        }
    }

    private static void tourOffer(Turn turn, Utterance text, Intent intent) {
        if (turn.consultation().open() != null) {
            Qualifying.answered(turn, text, intent);
        } else if (intent == Intent.QUESTION && StudioQuestions.isAnswerable(turn, text)) {
            StudioQuestions.asked(turn, text);
        } else if (!TourOffers.namedAnotherCity(turn, text, intent)) {
            TourOffers.answered(turn, text);
        }
    }

    /** Kept for the artist; "thanks" gets no reply, and the note is not repeated for a while. */
    static void waiting(Turn turn, Utterance text, Intent intent, String copyKey) {
        if (SmallTalk.is(text, intent)) {
            turn.ignore("small-talk-while-waiting");
            return;
        }
        if (intent == Intent.QUESTION && StudioQuestions.isAnswerable(turn, text)) {
            StudioQuestions.asked(turn, text);
            return;
        }
        turn.because("waiting");
        Notes.keep(turn, new Said.Words(text));
        if (Notes.mayRepeat(turn, copyKey, NOTE_PAUSE)) {
            turn.say(copyKey, turn.render(copyKey, TourOffers.offerValues(turn)));
        } else if (intent == Intent.QUESTION && Notes.mayRepeat(turn, "answer.noted", NOTE_PAUSE)) {
            turn.say("answer.noted", turn.render("answer.noted.closed", turn.values()));
        }
    }

    private static void booked(Turn turn, Utterance text, Intent intent) {
        if (turn.lead().handover() != null) {
            HandOvers.hold(turn, new Said.Words(text));
            return;
        }
        var isAnswered = intent == Intent.QUESTION && StudioQuestions.isAnswerable(turn, text);
        var isNews = !isAnswered && !SmallTalk.is(text, intent);
        waiting(turn, text, intent, "booking.note");
        if (isNews) {
            Notices.reply(turn, text.said());
        }
    }

    /** After "our minimum is ..." a new amount or size runs the completion again. */
    private static void followUp(Turn turn, Utterance text) {
        if (!mayRaiseBudget(turn) || !tookNewValue(turn, text)) {
            HandOvers.hold(turn, new Said.Words(text));
            return;
        }
        Completion.run(turn);
    }

    static boolean mayRaiseBudget(Turn turn) {
        var handover = turn.lead().handover();
        return handover != null && handover.reason().equals("budget");
    }

    private static boolean tookNewValue(Turn turn, Utterance text) {
        var settings = turn.settings();
        var isSize = Sizes.mentionedIn(text) != null;
        var question = isSize ? Question.DIMENSIONS : Question.BUDGET;
        if (!isSize
                && Amounts.read(text, settings.currency(), settings.budgetFloorMinor())
                                .taken()
                        == null) {
            return false;
        }
        if (Answers.read(question, text, settings)
                instanceof Reading.Understood<io.inkstream.schemas.lead.Answer> answer) {
            Qualifying.take(turn, question, answer.value(), answer.rule(), text);
            return true;
        }
        return false;
    }
}
