package io.inkstream.conversation;

import io.inkstream.conversation.understanding.ChangesOfMind;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Mentions;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Input.ClientMessage;
import io.inkstream.schemas.lead.Status;
import org.jspecify.annotations.Nullable;

/** A quoted reply is read against the message it quotes: an older question of ours, or an older answer of the client's. */
final class Quotes {
    private Quotes() {}

    /** What the quoted message was about; null when nothing is quoted, or nothing that we remember. */
    static @Nullable Question quoted(Turn turn) {
        var context = turn.input() instanceof ClientMessage message ? message.context() : null;
        return context == null || context.quotedId() == null
                ? null
                : turn.lead().trail().about(context.quotedId());
    }

    /** True when the reply was to something else than the open question, and is dealt with. */
    static boolean answered(Turn turn, Utterance text, Intent intent) {
        var question = quoted(turn);
        if (question == null || isOpen(turn, question) || !mayAnswer(turn)) {
            return false;
        }
        var isYesOrNo = isYesOrNoToAnOldConfirmation(question, text, intent);
        if (SmallTalk.saysNothing(text, intent) || (!isYesOrNo && !mayBeAnswer(turn, question, text, intent))) {
            return false;
        }
        turn.because("quoted." + question.key());
        if (isYesOrNo) {
            yesOrNo(turn, question, intent);
        } else if (!Editing.set(turn, question, wordsFor(turn, question, text))) {
            Asking.ask(turn, question, null);
        }
        return true;
    }

    private static boolean isOpen(Turn turn, Question question) {
        var open = turn.consultation().open();
        return open != null && open.question().equals(question.key());
    }

    private static boolean mayAnswer(Turn turn) {
        var status = turn.lead().status();
        return Editing.IS_OPEN_TO_CHANGES.contains(status)
                || (status == Status.NEEDS_FOLLOW_UP && Replies.mayRaiseBudget(turn));
    }

    private static boolean mayBeAnswer(Turn turn, Question question, Utterance text, Intent intent) {
        if (intent == Intent.QUESTION) {
            return holdsValue(turn, question, text);
        }
        var settings = turn.settings();
        var mentions = Mentions.in(text, settings.currency(), settings.budgetFloorMinor());
        return Guards.verdict(question, text, intent, mentions) == Guards.Verdict.ANSWER;
    }

    private static boolean holdsValue(Turn turn, Question question, Utterance text) {
        return question.kind() == Question.Kind.MEASURE
                && Answers.read(question, text, turn.settings()) instanceof Reading.Understood<Answer> answer
                && answer.value().text() != null;
    }

    private static boolean isYesOrNoToAnOldConfirmation(Question question, Utterance text, Intent intent) {
        var takesYesOrNo = question.kind() == Question.Kind.REMARK || question == Question.COVERUP;
        return !takesYesOrNo
                && (intent == Intent.YES || intent == Intent.NO)
                && text.words().size() <= 2;
    }

    /** A late yes changes nothing; a late no means that the answer is wrong. */
    private static void yesOrNo(Turn turn, Question question, Intent intent) {
        if (intent == Intent.NO || !turn.consultation().has(question)) {
            Asking.ask(turn, question, null);
        } else if (turn.consultation().open() != null) {
            Asking.askOpenAgain(turn, null);
        } else {
            turn.ignore("quoted.yes-again");
        }
    }

    /** "And a rose", to what was said of the idea, adds to it. */
    private static Utterance wordsFor(Turn turn, Question question, Utterance text) {
        var before = turn.consultation().text(question, "");
        var adds = question == Question.IDEA && !before.isEmpty() && ChangesOfMind.goesOn(text);
        return Utterance.of(adds ? before + "\n" + text.said() : ChangesOfMind.core(text));
    }
}
