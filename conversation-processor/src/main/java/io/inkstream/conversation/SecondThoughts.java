package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Body;
import io.inkstream.conversation.understanding.ChangesOfMind;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Mentions;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Styles;
import io.inkstream.conversation.understanding.Subject;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client takes back an earlier answer in words of their own ("no wait, I'd rather have it on my thigh"), or goes on with it
 * in a line of its own ("with roses around it"). Neither is an answer to the open question.
 */
final class SecondThoughts {
    private static final Duration SAME_BREATH = Duration.ofSeconds(30);
    private static final int SHORT_LINE_WORDS = 5;
    private static final double SURE = 0.6;

    private SecondThoughts() {}

    /** True when the words were about an earlier answer, and that is dealt with. */
    static boolean heard(Turn turn, Utterance text, Intent intent) {
        var status = turn.lead().status();
        var open = turn.consultation().open();
        if (open == null) {
            return status == Status.PENDING_APPROVAL && takesBack(turn, null, text, intent);
        }
        var question = Question.ofKey(open.question());
        if (status != Status.QUALIFYING || question == null || isAskedForYesOrNo(open)) {
            return false;
        }
        return goesOn(turn, question, open, text, intent) || takesBack(turn, question, text, intent);
    }

    private static boolean isAskedForYesOrNo(Open open) {
        return open.kind() == Open.Kind.AGE || (open.kind() == Open.Kind.CONFIRM_SUGGESTED);
    }

    private static boolean takesBack(Turn turn, @Nullable Question open, Utterance text, Intent intent) {
        var isAnnounced = ChangesOfMind.isAnnounced(text);
        var mayBeInPassing =
                open != null && intent == Intent.NONE && text.words().size() <= SHORT_LINE_WORDS;
        if (!isAnnounced && !mayBeInPassing) {
            return open == null && intent == Intent.NONE && askIfMentioned(turn, null, text);
        }
        if (open != null && answers(turn, open, text, isAnnounced)) {
            return false;
        }
        if (isAnnounced && askIfMentioned(turn, open, text)) {
            return true;
        }
        return (Body.isNamedIn(text) && askIfOther(turn, Question.PLACEMENT, open, text))
                || (Styles.isNamedIn(text) && askIfOther(turn, Question.STYLE, open, text))
                || (isAnnounced && isAnotherIdea(open, text) && askIfOther(turn, Question.IDEA, open, text));
    }

    /** Whether the words are a good answer to what was asked; a bare name that nobody knows is none beside an announcement. */
    private static boolean answers(Turn turn, Question open, Utterance text, boolean isAnnounced) {
        return switch (open) {
            case PLACEMENT -> Body.isNamedIn(text);
            case STYLE -> Styles.isNamedIn(text);
            case IDEA -> true;
            case REFERENCE_IMAGES, INSTAGRAM_HANDLE, TRAVEL_CITY, LOCATION_COUNTRY -> !isAnnounced;
            case DIMENSIONS, BUDGET, LOCATION_CITY, COMPLEXITY, COVERUP, TIMING ->
                Answers.read(open, text, turn.settings()) instanceof Reading.Understood<Answer> answer
                        && answer.confidence() > SURE;
        };
    }

    private static boolean isAnotherIdea(@Nullable Question open, Utterance text) {
        return open != Question.STYLE
                && ChangesOfMind.isWish(text)
                && !Subject.contentWords(Utterance.of(ChangesOfMind.core(text))).isEmpty();
    }

    private static boolean askIfMentioned(Turn turn, @Nullable Question open, Utterance text) {
        var settings = turn.settings();
        var mentions = Mentions.in(text, settings.currency(), settings.budgetFloorMinor());
        for (var mention : mentions.entrySet()) {
            var question = Question.ofKey(mention.getKey());
            if (question != null && question != open && differs(turn, question, mention.getValue())) {
                Confirming.askChange(turn, question, mention.getValue());
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Turn turn, Question question, String value) {
        var before = turn.consultation().answer(question);
        var now = Answers.read(question, Utterance.of(value), turn.settings()).taken();
        return before != null
                && now != null
                && now.text() != null
                && !now.text().equals(before.text());
    }

    private static boolean askIfOther(Turn turn, Question question, @Nullable Question open, Utterance text) {
        var value = ChangesOfMind.core(text);
        if (question == open || !differs(turn, question, value)) {
            return false;
        }
        Confirming.askChange(turn, question, value);
        return true;
    }

    /** One thought in several lines: the line belongs to the answer before, and the question stands. */
    private static boolean goesOn(Turn turn, Question question, Open open, Utterance text, Intent intent) {
        var isSameBreath = turn.now().isBefore(open.askedAt().plus(SAME_BREATH));
        var mayAnswer = question.kind() != Question.Kind.WORDS || question == Question.IDEA;
        if (!isSameBreath
                || open.kind() != Open.Kind.PLAIN
                || intent != Intent.NONE
                || mayAnswer
                || !ChangesOfMind.goesOn(text)
                || answers(turn, question, text, false)
                || !LateLines.continues(turn, text)) {
            return false;
        }
        Asking.askOpenAgain(turn, null);
        return true;
    }
}
