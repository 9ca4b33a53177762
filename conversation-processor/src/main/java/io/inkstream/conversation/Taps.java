package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Taps act on their id, never on their title: {@code <what>:<choice>}. An old button still means what it says. */
final class Taps {
    /** What the rows of the comparing list stand for, as a client would write it. */
    private static final Map<String, String> SIZES = Map.of(
            "coin", "coin size",
            "palm", "palm size",
            "hand", "hand size",
            "forearm", "25 x 10 cm",
            "half-sleeve", "half sleeve",
            "sleeve", "full sleeve",
            "back", "full back");

    private static final Duration DOUBLE_TAP = Duration.ofSeconds(10);

    private Taps() {}

    static void tapped(Turn turn, String id) {
        turn.counts(counts -> counts.with(Counts.UNREADABLE_IN_A_ROW, 0));
        turn.because("tap");
        var colon = id.indexOf(':');
        var what = colon < 0 ? id : id.substring(0, colon);
        var choice = colon < 0 ? "" : id.substring(colon + 1);
        switch (what) {
            case "complexity", "coverup", "timing", "size", "budget" -> answer(turn, what, choice);
            case "suggested", "changed", "age", "tour" -> yesOrNo(turn, what, choice);
            case "back" -> back(turn, choice);
            case "bot" -> bot(turn, choice);
            case "enquiry" -> WhichEnquiry.tapped(turn, choice);
            default -> unknown(turn);
        }
    }

    private static void unknown(Turn turn) {
        if (turn.lead().status() == Status.QUALIFYING && turn.consultation().open() != null) {
            Asking.askOpenAgain(turn, null);
        } else {
            turn.ignore("unknown-tap");
        }
    }

    /** A choice for a consultation question: its answer now, or a change of the answer given before. */
    private static void answer(Turn turn, String what, String choice) {
        if (!Editing.IS_OPEN_TO_CHANGES.contains(turn.lead().status())) {
            HandOvers.tappedWhileElsewhere(turn);
            return;
        }
        var question = what.equals("size") ? Question.DIMENSIONS : Question.ofKey(what);
        if (question == null) {
            unknown(turn);
        } else if (what.equals("budget") && choice.equals("figure")) {
            Asking.ask(turn, Question.BUDGET, null);
        } else {
            choose(turn, question, choice);
        }
    }

    private static void choose(Turn turn, Question question, String choice) {
        var words = wordsFor(turn, question, choice);
        if (words == null) {
            unknown(turn);
            return;
        }
        var before = turn.consultation().answer(question);
        var answer = words.isEmpty() ? Answers.unknown(null) : read(turn, question, words);
        if (answer.equals(before)) {
            turn.ignore("tapped-again");
            return;
        }
        Qualifying.take(turn, question, answer, "tap." + question.key(), words);
        if (question == Question.COVERUP && "yes".equals(answer.text())) {
            Safety.handOverCoverUp(turn);
        } else if (before != null && !isOpen(turn, question)) {
            Editing.done(turn, question);
        } else {
            Qualifying.goOn(turn);
        }
    }

    private static boolean isOpen(Turn turn, Question question) {
        var open = turn.consultation().open();
        return open != null && open.question().equals(question.key());
    }

    private static Answer read(Turn turn, Question question, Utterance words) {
        var answer = Answers.read(question, words, turn.settings()).taken();
        return answer == null ? Answers.ofWords(words.said(), words) : answer;
    }

    /** What the tapped choice says, in words our own parsers read; empty for "I don't know"; null when we never offered it. */
    private static @Nullable Utterance wordsFor(Turn turn, Question question, String choice) {
        return switch (question) {
            case COMPLEXITY -> choice.matches("[123]") ? Utterance.of(choice) : null;
            case COVERUP -> choice.equals("yes") || choice.equals("no") ? Utterance.of(choice) : null;
            case TIMING ->
                choice.equals("weeks") || choice.equals("months") || choice.equals("flexible")
                        ? Utterance.of(turn.copy().words("timing." + choice))
                        : null;
            case DIMENSIONS ->
                choice.equals("unknown")
                        ? Said.NOTHING
                        : SIZES.containsKey(choice) ? Utterance.of(SIZES.get(choice)) : null;
            case BUDGET -> choice.equals("quote") ? Said.NOTHING : null;
            default -> null;
        };
    }

    private static void yesOrNo(Turn turn, String what, String choice) {
        var open = turn.consultation().open();
        var kind = open == null ? null : open.kind();
        var fits = switch (what) {
            case "tour" -> turn.lead().status() == Status.TOUR_CONVERSION_OFFERED;
            case "suggested" -> kind == Open.Kind.CONFIRM_SUGGESTED;
            case "changed" -> kind == Open.Kind.CONFIRM_CHANGED;
            default -> kind == Open.Kind.AGE;
        };
        if (what.equals("tour") && choice.equals("yes") && TourOffers.stillStands(turn)) {
            TourOffers.accept(turn);
            return;
        }
        if (!fits || StatusTable.WITH_A_PERSON.contains(turn.lead().status())) {
            old(turn, open);
            return;
        }
        var isYes = choice.equals("yes") || choice.equals("adult");
        Replies.toText(turn, Utterance.of(isYes ? "yes" : "no"), isYes ? Intent.YES : Intent.NO);
    }

    /** The second of two quick taps means nothing; a button of long ago brings the question that is open now. */
    private static void old(Turn turn, @Nullable Open open) {
        var isQuick = open != null && turn.now().isBefore(open.askedAt().plus(DOUBLE_TAP));
        if (open != null && !isQuick && turn.lead().status() == Status.QUALIFYING) {
            turn.because("old-tap");
            Asking.askOpenAgain(turn, null);
        } else {
            HandOvers.tappedWhileElsewhere(turn);
        }
    }

    private static void back(Turn turn, String choice) {
        if (choice.equals("start-over") && turn.lead().status() == Status.QUALIFYING) {
            Enquiries.startOver(turn);
        } else if (turn.consultation().open() != null && turn.lead().status() == Status.QUALIFYING) {
            Asking.askOpenAgain(turn, null);
        } else {
            HandOvers.tappedWhileElsewhere(turn);
        }
    }

    private static void bot(Turn turn, String choice) {
        if (choice.equals("person")) {
            if (!HandOvers.hard(turn, "human", "handover.human")) {
                HandOvers.tappedWhileElsewhere(turn);
            }
        } else {
            back(turn, "carry-on");
        }
    }
}
