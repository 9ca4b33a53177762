package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Edits.Edit;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Status;
import org.jspecify.annotations.Nullable;

/** Corrections: "change size" asks again, "change budget to 600" is done at once. */
final class Editing {
    private Editing() {}

    /** False when there is nothing to correct here, and the words are to be read as an answer. */
    static boolean applied(Turn turn, Edit edit) {
        var status = turn.lead().status();
        if (status != Status.QUALIFYING && status != Status.PENDING_APPROVAL) {
            return false;
        }
        var question = edit.field() == null ? null : Question.ofKey(edit.field());
        if (question == null) {
            which(turn);
            return true;
        }
        if (!turn.consultation().has(question)) {
            return false;
        }
        if (edit.value() == null || !set(turn, question, Utterance.of(edit.value()))) {
            Asking.ask(turn, question, null);
        }
        return true;
    }

    private static void which(Turn turn) {
        var values = turn.values();
        values.put("recap", Summary.recap(turn));
        turn.because("edit.which");
        turn.say("edit.which", turn.render("edit.which", values));
    }

    private static boolean set(Turn turn, Question question, Utterance value) {
        if (Answers.read(question, value, turn.settings()) instanceof Reading.Understood<Answer> answer
                && !(question == Question.LOCATION_CITY && answer.value().city() == null)) {
            Qualifying.take(turn, question, answer.value(), answer.rule(), value);
            done(turn, question);
            return true;
        }
        return false;
    }

    /**
     * Says that it is done; while the artist decides, also with fresh figures and a fresh notice.
     *
     * @param edited what was changed; absent: the question that was open
     */
    static void done(Turn turn, @Nullable Question edited) {
        var open = turn.consultation().open();
        var question = edited != null ? edited : open == null ? null : Question.ofKey(open.question());
        if (question == null) {
            turn.ignore("nothing-edited");
            return;
        }
        if (turn.lead().status() != Status.QUALIFYING) {
            Completion.refresh(turn);
        }
        var values = turn.values();
        values.put("field", turn.copy().words("field." + question.key()));
        values.put("value", Summary.shown(turn, turn.copy(), question));
        Asking.sayWithQuestion(turn, "edit.done", "edit.done", values);
    }
}
