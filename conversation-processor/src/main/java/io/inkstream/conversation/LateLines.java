package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Mentions;
import io.inkstream.conversation.understanding.Subject;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Status;
import org.jspecify.annotations.Nullable;

/** A line that was written before the open question was put: added to what it belongs to, without a reply (spec §2). */
final class LateLines {
    private LateLines() {}

    static void kept(Turn turn, Utterance text) {
        turn.because("late-line");
        if (turn.lead().status() != Status.QUALIFYING) {
            turn.note(text.said());
            return;
        }
        var open = turn.consultation().open();
        var question = open == null ? null : Question.ofKey(open.question());
        suggestForOpen(turn, question, text);
        if (isOnlyAValue(turn, text)) {
            turn.note(text.said()); // "10x15cm" belongs to no answer in words
        } else if (!turn.consultation().has(Question.IDEA)) {
            becomeIdea(turn, text);
        } else {
            append(turn, text);
        }
    }

    private static void suggestForOpen(Turn turn, @Nullable Question question, Utterance text) {
        var mentions =
                Mentions.in(text, turn.settings().currency(), turn.settings().budgetFloorMinor());
        Qualifying.suggest(turn, Question.IDEA, mentions);
        if (question == null || question.kind() != Question.Kind.MEASURE || mentions.containsKey(question.key())) {
            return;
        }
        var answer = Answers.read(question, text, turn.settings()).taken();
        if (answer != null && answer.text() != null) {
            turn.consultation(consultation -> consultation.suggesting(question, text.said()));
            turn.happened(new io.inkstream.schemas.lead.LeadEvent.ValueSuggested(question.key(), text.said()));
        }
    }

    private static boolean isOnlyAValue(Turn turn, Utterance text) {
        var mentions =
                Mentions.in(text, turn.settings().currency(), turn.settings().budgetFloorMinor());
        return Mentions.isBareFigure(text)
                || (!mentions.isEmpty() && Mentions.wordsBeside(mentions, text).isEmpty());
    }

    private static void becomeIdea(Turn turn, Utterance text) {
        if (Subject.contentWords(text).isEmpty()) {
            turn.note(text.said());
        } else {
            Qualifying.take(turn, Question.IDEA, Answers.ofWords(text.said(), text), "late-line.idea", text);
        }
    }

    private static void append(Turn turn, Utterance text) {
        if (!continues(turn, text)) {
            turn.note(text.said());
        }
    }

    /** The last answer in words, if it is the newest answer of all, goes on in this line; false when there is none. */
    static boolean continues(Turn turn, Utterance text) {
        var last = lastAnswered(turn);
        var answer = last == null ? null : turn.consultation().answer(last);
        if (last == null || answer == null || last.kind() != Question.Kind.WORDS || answer.text() == null) {
            return false;
        }
        Qualifying.take(turn, last, joined(answer, text), "late-line.appended", text);
        return true;
    }

    private static Answer joined(Answer answer, Utterance text) {
        var both = answer.text() + "\n" + text.said();
        return Answers.ofWords(both, Utterance.of(both));
    }

    private static @Nullable Question lastAnswered(Turn turn) {
        Question last = null;
        for (var key : turn.consultation().answers().keySet()) {
            last = Question.ofKey(key);
        }
        return last;
    }
}
