package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Mentions;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Subject;
import io.inkstream.conversation.understanding.Triggers;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.conversation.understanding.YesNo;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Input.ClientMessage;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer to the open question: taken, asked back, repaired, or handed to a person. */
final class Qualifying {
    private static final int STRIKES_MAX = 3;

    private Qualifying() {}

    static void answered(Turn turn, Utterance text, Intent intent) {
        var open = turn.consultation().open();
        var question = open == null ? null : Question.ofKey(open.question());
        if (open == null || question == null) {
            Asking.next(turn, null);
            return;
        }
        if (SmallTalk.asksToWait(text)) {
            turn.ignore("asked-to-wait");
            return;
        }
        if (SmallTalk.isFiller(text) || (SmallTalk.isDone(text) && question.kind() != Question.Kind.REMARK)) {
            turn.because("nothing-said");
            Asking.askOpenAgain(turn, null);
            return;
        }
        if (question == Question.IDEA && open.kind() == Open.Kind.PLAIN && Subject.isStillOpen(text)) {
            helpWithTheIdea(turn, open);
            return;
        }
        switch (open.kind()) {
            case PLAIN, HELP -> answer(turn, question, text, intent);
            case CONFIRM_SUGGESTED -> Confirming.suggested(turn, question, open, text, intent);
            case CONFIRM_CHANGED -> Confirming.changed(turn, question, open, text, intent);
            case AGE -> Confirming.age(turn, question, text, intent);
        }
    }

    /** Once; whoever still does not know talks it over with the artist. */
    private static void helpWithTheIdea(Turn turn, Open open) {
        turn.because("unsure");
        turn.consultation(consultation -> consultation.asking(open.as(Open.Kind.HELP, null)));
        Asking.sayOpen(turn, Asking.openKey(turn), turn.render("question.idea.help", turn.values()));
    }

    static void answer(Turn turn, Question question, Utterance text, Intent intent) {
        var mentions =
                Mentions.in(text, turn.settings().currency(), turn.settings().budgetFloorMinor());
        if (isBundleForbidden(turn, question, text, mentions)) {
            guard(turn, question, Map.of(), "guard.one-at-a-time");
            return;
        }
        if (question == Question.PLACEMENT && Guards.isOnlyAStyle(text)) {
            mentions.putIfAbsent(Question.STYLE.key(), text.clean());
        }
        switch (Guards.verdict(question, text, intent, mentions)) {
            case ANSWER -> read(turn, question, text, intent, mentions);
            case WRONG_FIELD -> guard(turn, question, mentions, "guard.wrong-field");
            case ONE_AT_A_TIME -> guard(turn, question, mentions, "guard.one-at-a-time");
            case NO_ANSWER -> Asking.askOpenAgain(turn, null);
            case STUDIO_QUESTION -> StudioQuestions.asked(turn, text);
            case ASIDE -> aside(turn, text);
        }
    }

    /** The strict setting takes one answer at a time and keeps nothing else; a valid measure is still taken. */
    private static boolean isBundleForbidden(
            Turn turn, Question question, Utterance text, Map<String, String> mentions) {
        return turn.settings().switches().strictBundles()
                && question.kind() != Question.Kind.MEASURE
                && Guards.kinds(question, text, mentions, false) > 1;
    }

    /** Price talk, dates, nerves: kept for the artist, answered kindly, and the question stands. */
    private static void aside(Turn turn, Utterance text) {
        turn.note(text.said());
        turn.because(new Reason("trigger.soft", "handover", cut(text), String.valueOf(Triggers.soft(text)), List.of()));
        switch (Triggers.soft(text)) {
            case PRICE -> HandOvers.soft(turn, "price", "handover.price");
            case SCHEDULING -> HandOvers.soft(turn, "scheduling", "handover.scheduling");
            case HESITATION -> HandOvers.soft(turn, "hesitation", "handover.hesitation");
            case QUESTION -> HandOvers.soft(turn, "question", "handover.question");
            case null -> Asking.askOpenAgain(turn, null);
        }
    }

    private static void guard(Turn turn, Question question, Map<String, String> mentions, String copyKey) {
        turn.because(copyKey);
        suggest(turn, question, mentions);
        Asking.sayWithQuestion(turn, copyKey);
    }

    private static void read(
            Turn turn, Question question, Utterance text, Intent intent, Map<String, String> mentions) {
        switch (Answers.read(question, text, turn.settings())) {
            case Reading.Understood<Answer> answer -> Understanding.understood(turn, question, answer, text, mentions);
            case Reading.NeedsConfirmation<Answer> answer -> Understanding.askBack(turn, question, answer);
            case Reading.Unsure<Answer> _ -> Understanding.unsure(turn, question, text, mentions);
            case Reading.NotUnderstood<Answer> miss -> missed(turn, question, text, intent, mentions, miss.reason());
        }
    }

    private static void missed(
            Turn turn, Question question, Utterance text, Intent intent, Map<String, String> mentions, String reason) {
        var changed = Understanding.contradicted(turn, question, mentions);
        if (SmallTalk.saysNothing(text, intent) || Enquiries.saidYesToCarryOn(turn, intent)) {
            turn.because("nothing-said");
            Asking.askOpenAgain(turn, null);
        } else if (intent == Intent.QUESTION) {
            StudioQuestions.asked(turn, text);
        } else if (question == Question.BUDGET && intent == Intent.NO) {
            Understanding.unsure(turn, question, text, mentions);
        } else if (changed != null) {
            Confirming.askChange(turn, changed, mentions.getOrDefault(changed.key(), ""));
        } else if (Guards.saysSomethingElse(question, mentions)) {
            guard(turn, question, mentions, "guard.one-at-a-time");
        } else {
            strike(turn, question, reason, text);
        }
    }

    static void strike(Turn turn, Question question, String reason, Utterance text) {
        turn.consultation(consultation -> consultation.failed(question));
        var attempt = turn.consultation().failures(question);
        turn.happened(new LeadEvent.AnswerNotUnderstood(question.key(), attempt, reason, text.said()));
        turn.because(new Reason("not-understood." + reason, question.key(), cut(text), null, List.of()));
        if (question.kind() == Question.Kind.MEASURE) {
            repairOrHandOver(turn, question, attempt);
        } else if (attempt < STRIKES_MAX) {
            askPlainly(turn, question);
        } else {
            take(turn, question, Answers.unknown(text), "left-for-the-artist", text);
            goOn(turn);
        }
    }

    private static String cut(Utterance text) {
        return ClientWords.cut(text.said(), 200);
    }

    private static void repairOrHandOver(Turn turn, Question question, int attempt) {
        if (attempt >= STRIKES_MAX) {
            askPlainlySilently(turn, question);
            HandOvers.hard(turn, "parse-failure", "handover.parse-failure", "handover.parse-failure", question.key());
            return;
        }
        var copyKey = "repair." + question.shortKey() + "." + attempt;
        Asking.sayOpen(turn, copyKey, turn.render(copyKey, Asking.questionValues(turn, question.key())));
    }

    private static void askPlainly(Turn turn, Question question) {
        askPlainlySilently(turn, question);
        Asking.sayOpen(turn, Asking.openKey(turn), Asking.openText(turn));
    }

    private static void askPlainlySilently(Turn turn, Question question) {
        var open = turn.consultation().open();
        if (open != null && open.kind() != Open.Kind.PLAIN) {
            turn.consultation(consultation -> consultation.asking(Open.plain(question, open.askedAt())));
        }
    }

    /** Records an answer. What follows from it is the caller's next step. */
    static void take(Turn turn, Question question, Answer answer, String rule, Utterance text) {
        take(turn, question, answer, rule, text.said());
    }

    /** @param span the words that say it, of all that were said */
    static void take(Turn turn, Question question, Answer answer, String rule, String span) {
        var edited = turn.consultation().has(question);
        turn.consultation(consultation -> consultation.answered(question, answer));
        turn.happened(new LeadEvent.AnswerRecorded(question.key(), Answers.withSaid(answer), edited));
        turn.because(new Reason(rule, question.key(), ClientWords.cut(span, 200), answer.text(), List.of()));
        turn.growsVersion();
        if (turn.input() instanceof ClientMessage message) {
            turn.isAbout(message.inputId(), question);
        }
    }

    /** Keeps what a text says about other questions, to be offered when they come. */
    static void suggest(Turn turn, Question open, Map<String, String> mentions) {
        mentions.forEach((key, span) -> {
            var question = Question.ofKey(key);
            if (question != null && question != open && !turn.consultation().has(question)) {
                turn.consultation(consultation -> consultation.suggesting(question, span));
                turn.happened(new LeadEvent.ValueSuggested(key, span));
            }
        });
    }

    /** After an answer: the next question, or, for a change made later, the fresh figures. */
    static void goOn(Turn turn) {
        var coverUp = turn.consultation().answer(Question.COVERUP);
        if (turn.lead().status() == Status.QUALIFYING) {
            Asking.next(turn, null);
        } else if (coverUp != null && "yes".equals(coverUp.text()) && justChanged(turn, Question.COVERUP)) {
            Safety.handOverCoverUp(turn);
        } else {
            Editing.done(turn, null);
        }
    }

    private static boolean justChanged(Turn turn, Question question) {
        var open = turn.consultation().open();
        return open != null && open.question().equals(question.key());
    }

    static @Nullable YesNo yesNo(Utterance text) {
        return YesNo.read(text).taken();
    }
}
