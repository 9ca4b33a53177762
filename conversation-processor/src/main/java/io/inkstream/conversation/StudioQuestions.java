package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Topics;
import io.inkstream.conversation.understanding.Triggers;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question to the studio is answered, fills no field and costs no strike; the third unknown one goes to a person. */
final class StudioQuestions {
    private static final int UNKNOWN_MAX = 3;

    private StudioQuestions() {}

    /** Whether the studio's settings have an answer to it. */
    static boolean isAnswerable(Turn turn, Utterance text) {
        var topic = Topics.of(text);
        return topic != null && turn.settings().answers().containsKey(topic);
    }

    static void asked(Turn turn, Utterance text) {
        if (asksWhatACoverUpIs(turn, text)) {
            turn.because("question.explained");
            Asking.sayOpen(turn, "question.coverup", turn.render("question.coverup.explained", turn.values()));
            return;
        }
        var topic = Topics.of(text);
        var answer = topic == null ? null : turn.settings().answers().get(topic);
        if (answer == null) {
            unknown(turn, text);
            return;
        }
        turn.because(about("question.topic", topic, text));
        var values = turn.values();
        values.put("answer", answer);
        Asking.sayWithQuestion(turn, "answer." + topic, "answer.studio", values);
    }

    private static boolean asksWhatACoverUpIs(Turn turn, Utterance text) {
        var open = turn.consultation().open();
        return open != null
                && open.question().equals(Question.COVERUP.key())
                && open.kind() == Open.Kind.PLAIN
                && Triggers.asksWhatACoverUpIs(text);
    }

    private static Reason about(String rule, @Nullable String topic, Utterance text) {
        return new Reason(rule, "question", ClientWords.cut(text.said(), 200), topic, List.of());
    }

    private static void unknown(Turn turn, Utterance text) {
        turn.note(text.said());
        turn.counts(counts -> counts.plusOne(Counts.UNKNOWN_QUESTIONS));
        turn.because(about("question.unknown", null, text));
        if (turn.lead().counts().of(Counts.UNKNOWN_QUESTIONS) < UNKNOWN_MAX
                || !HandOvers.hard(turn, "questions", "handover.question", "handover.question.hard", null)) {
            Asking.sayWithQuestion(turn, "answer.noted");
        }
    }
}
