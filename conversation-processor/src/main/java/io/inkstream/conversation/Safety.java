package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Age;
import io.inkstream.conversation.understanding.Triggers;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Status;

/** What is never just an answer: minors, abuse, health, and old tattoos under new ones. */
final class Safety {
    private Safety() {}

    static boolean acted(Turn turn, Utterance text) {
        if (actedBeforeAge(turn, text)) {
            return true;
        }
        if (StatusTable.WITH_A_PERSON.contains(turn.lead().status()) || !ageIsUnclear(turn, text)) {
            return false;
        }
        askAge(turn, "age.ask");
        return true;
    }

    /** All of it but the question for an age, which takes nothing away from what else a message says. */
    static boolean actedBeforeAge(Turn turn, Utterance text) {
        if (Age.of(text) == Age.UNDER_AGE && mayRefuse(turn)) {
            refuseMinor(turn);
            return true;
        }
        if (StatusTable.WITH_A_PERSON.contains(turn.lead().status())) {
            return false; // a person reads along already
        }
        if (Triggers.isAbusive(text)) {
            abuse(turn);
            return true;
        }
        if (Triggers.mentionsHealth(text)) {
            return HandOvers.hard(turn, "sensitive", "handover.sensitive");
        }
        var status = turn.lead().status();
        var mayMatter = status == Status.QUALIFYING || status == Status.PENDING_APPROVAL;
        return mayMatter && Triggers.mentionsCoverUp(text) && !ageIsUnclear(turn, text) && coverUp(turn, text);
    }

    static boolean ageIsUnclear(Turn turn, Utterance text) {
        return turn.lead().status() == Status.QUALIFYING && Age.of(text) == Age.UNCLEAR && !isAskingAge(turn);
    }

    private static boolean isAskingAge(Turn turn) {
        var open = turn.consultation().open();
        return open != null && open.kind() == Open.Kind.AGE;
    }

    private static boolean mayRefuse(Turn turn) {
        return !StatusTable.PAID.contains(turn.lead().status()) && turn.mayMoveTo(Status.REJECTED);
    }

    /** The law, not taste: kind, final, without reminders. */
    static void refuseMinor(Turn turn) {
        turn.because("age.under-18");
        turn.consultation(consultation -> consultation.asking(null));
        turn.moveTo(Status.REJECTED, Enquiries.UNDER_AGE);
        turn.lead(lead -> lead.closedBecause(Enquiries.UNDER_AGE).handedOver(null));
        turn.counts(counts -> counts.said("age.refused", turn.now()));
        turn.say("age.refused", turn.render("age.refused", turn.values()));
    }

    /** @param section the wording, in the first message with all that a welcome says */
    static void askAge(Turn turn, String section) {
        var open = turn.consultation().open();
        if (open == null) {
            return;
        }
        turn.because("age.unclear");
        turn.consultation(consultation -> consultation.asking(open.as(Open.Kind.AGE, null)));
        Asking.sayOpen(turn, "age.ask", turn.render(section, turn.values()));
    }

    private static void abuse(Turn turn) {
        var isFirst = turn.lead().counts().of(Counts.INSULTS) == 0;
        turn.counts(counts -> counts.plusOne(Counts.INSULTS));
        if (isFirst && turn.consultation().open() != null) {
            turn.because("abuse.first");
            Asking.sayWithQuestion(turn, "guard.respect");
        } else if (!HandOvers.hard(turn, "abuse", "handover.human")) {
            turn.ignore("abuse.again");
        }
    }

    /** Said anywhere and not denied: at once to the artist. Words that also answer the open question are kept as its answer. */
    private static boolean coverUp(Turn turn, Utterance text) {
        var known = turn.consultation().answer(Question.COVERUP);
        if (known != null && "yes".equals(known.text())) {
            return false;
        }
        var open = turn.consultation().open();
        var question = open == null ? null : Question.ofKey(open.question());
        if (open != null
                && question != null
                && question.kind() == Question.Kind.WORDS
                && open.kind() == Open.Kind.PLAIN) {
            Qualifying.take(turn, question, Answers.ofWords(text.said(), text), "words", text);
        }
        Qualifying.take(turn, Question.COVERUP, yes(text), "coverup.mentioned", text);
        handOverCoverUp(turn);
        return true;
    }

    private static Answer yes(Utterance text) {
        return Answers.ofWords("yes", text);
    }

    static void handOverCoverUp(Turn turn) {
        if (turn.lead().status() != Status.QUALIFYING) {
            Completion.estimate(turn);
        }
        if (turn.lead().status() != Status.QUALIFYING || !Asking.openNext(turn)) {
            turn.consultation(consultation -> consultation.asking(null));
        }
        HandOvers.hard(turn, "coverup", "handover.coverup");
    }
}
