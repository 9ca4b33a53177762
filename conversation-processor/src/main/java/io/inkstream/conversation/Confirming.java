package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Age;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.conversation.understanding.YesNo;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Status;

/** Questions that a yes or a no settles: a suggested value, a changed value, the age. */
final class Confirming {
    private Confirming() {}

    /** "For your budget I have £600. Is that right?" Yes, no, or another answer. */
    static void suggested(Turn turn, Question question, Open open, Utterance text, Intent intent) {
        var answer = Qualifying.yesNo(text);
        if (answer == YesNo.YES) {
            takeSuggested(turn, question, open);
        } else if (answer == YesNo.NO && text.words().size() <= 3) {
            dropSuggested(turn, question);
        } else {
            turn.consultation(consultation ->
                    consultation.withoutSuggestion(question).asking(Open.plain(question, open.askedAt())));
            Qualifying.answer(turn, question, text, intent);
        }
    }

    static void takeSuggested(Turn turn, Question question, Open open) {
        var said = Utterance.of(open.value() == null ? "" : open.value());
        var answer = valueOf(turn, question, said);
        Qualifying.take(turn, question, answer, "suggested.confirmed", said);
        Qualifying.goOn(turn);
    }

    /** Understood when it was suggested; what needed a confirmation has it now. */
    private static Answer valueOf(Turn turn, Question question, Utterance said) {
        return switch (Answers.read(question, said, turn.settings())) {
            case Reading.Understood<Answer> understood -> understood.value();
            case Reading.NeedsConfirmation<Answer> probable -> probable.value();
            case Reading.Unsure<Answer> _, Reading.NotUnderstood<Answer> _ -> Answers.ofWords(said.said(), said);
        };
    }

    static void dropSuggested(Turn turn, Question question) {
        turn.because("suggested.refused");
        turn.consultation(consultation -> consultation.withoutSuggestion(question));
        Asking.ask(turn, question, null);
    }

    /** Offers to change an earlier answer that the client has just contradicted. */
    static void askChange(Turn turn, Question question, String value) {
        turn.because("confirm.changed");
        var open = Open.plain(question, turn.now()).as(Open.Kind.CONFIRM_CHANGED, value);
        turn.consultation(consultation -> consultation.asking(open));
        Asking.sayOpen(turn, "confirm.changed", Asking.openText(turn));
    }

    /** Neither yes nor no leaves the earlier answer, and is read as an answer to what comes next. */
    static void changed(Turn turn, Question question, Open open, Utterance text, Intent intent) {
        var answer = Qualifying.yesNo(text);
        if (answer == YesNo.YES) {
            takeSuggested(turn, question, open);
        } else if (answer == YesNo.NO) {
            keepOld(turn);
        } else if (turn.lead().status() == Status.QUALIFYING && Asking.openNext(turn)) {
            Qualifying.answered(turn, text, intent);
        } else {
            leaveAsItWas(turn);
            Replies.toText(turn, text, intent);
        }
    }

    static void keepOld(Turn turn) {
        turn.because("changed.refused");
        if (turn.lead().status() == Status.QUALIFYING) {
            Asking.next(turn, null);
        } else {
            leaveAsItWas(turn);
            turn.say("review.waiting", turn.render("review.waiting", turn.values()));
        }
    }

    private static void leaveAsItWas(Turn turn) {
        turn.consultation(consultation -> consultation.asking(null));
    }

    static void age(Turn turn, Question question, Utterance text, Intent intent) {
        var answer = Qualifying.yesNo(text);
        switch (Age.ofAnswer(text)) {
            case UNDER_AGE -> Safety.refuseMinor(turn);
            case ADULT -> adult(turn, question);
            case UNCLEAR, NONE -> {
                if (answer == YesNo.NO) {
                    Safety.refuseMinor(turn);
                } else if (answer == YesNo.YES) {
                    adult(turn, question);
                } else {
                    Asking.askOpenAgain(turn, null);
                }
            }
        }
    }

    static void adult(Turn turn, Question question) {
        turn.because("age.adult");
        turn.lead(lead -> lead.at("adultConfirmedAt", turn.now()));
        turn.consultation(consultation -> consultation.asking(Open.plain(question, turn.now())));
        Asking.askOpenAgain(turn, null);
    }
}
