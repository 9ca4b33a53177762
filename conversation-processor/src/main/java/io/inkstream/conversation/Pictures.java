package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Pictures, films and files: an answer to the question about references only, everywhere else kept for the artist. */
final class Pictures {
    private static final Duration ONE_REPLY_FOR_ALL_WITHIN = Duration.ofSeconds(60);
    private static final int KEPT_MAX = 20;
    private static final String KEPT = "media.kept";

    private Pictures() {}

    static void received(Turn turn, Said.Picture picture, Intent intent, boolean late) {
        turn.counts(counts -> counts.with(Counts.UNREADABLE_IN_A_ROW, 0));
        var isWish = !picture.words().isEmpty() && Requests.acted(turn, picture.words(), intent);
        if (isWish) {
            Notes.keep(turn, picture);
            return;
        }
        if (turn.lead().counts().of(Counts.MEDIA) >= KEPT_MAX) {
            enough(turn);
            return;
        }
        Notes.keep(turn, picture);
        var status = turn.lead().status();
        if (StatusTable.WITH_A_PERSON.contains(status) || turn.lead().handover() != null) {
            HandOvers.hold(turn, new Said.Silent("picture", Said.NOTHING));
        } else if (status == Status.QUALIFYING && !late) {
            whileAsking(turn, picture.words(), intent);
        } else {
            sayKept(turn);
        }
    }

    private static void whileAsking(Turn turn, Utterance caption, Intent intent) {
        var question = openQuestion(turn);
        if (question == Question.REFERENCE_IMAGES) {
            turn.counts(counts -> counts.said(KEPT, turn.now()));
            Qualifying.take(turn, question, reference(turn, caption), "picture", caption);
            Qualifying.goOn(turn);
        } else if (question != null
                && question.kind() == Question.Kind.WORDS
                && !caption.hasNoWords()
                && intent == Intent.NONE) {
            turn.counts(counts -> counts.said(KEPT, turn.now()));
            Qualifying.answered(turn, caption, intent);
        } else {
            sayKept(turn);
        }
    }

    private static @Nullable Question openQuestion(Turn turn) {
        var open = turn.consultation().open();
        return open == null || open.kind() != Open.Kind.PLAIN ? null : Question.ofKey(open.question());
    }

    private static Answer reference(Turn turn, Utterance caption) {
        var words = caption.isEmpty() ? turn.artistCopy().words("word.picture") : caption.said();
        return Answers.ofWords(words, Utterance.of(words));
    }

    /** Pictures come in bursts: one reply for all of them. */
    private static void sayKept(Turn turn) {
        if (Notes.mayRepeat(turn, KEPT, ONE_REPLY_FOR_ALL_WITHIN)) {
            Asking.sayWithQuestion(turn, KEPT);
        }
    }

    private static void enough(Turn turn) {
        turn.because("media.enough");
        if (turn.consultation().open() != null && Notes.mayRepeat(turn, "media.enough", ONE_REPLY_FOR_ALL_WITHIN)) {
            Asking.sayWithQuestion(turn, "media.enough");
        }
    }
}
