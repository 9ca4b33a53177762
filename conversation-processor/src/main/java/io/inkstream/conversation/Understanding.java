package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows from a reading of an answer. */
final class Understanding {
    private Understanding() {}

    static void understood(
            Turn turn,
            Question question,
            Reading.Understood<Answer> reading,
            Utterance text,
            Map<String, String> mentions) {
        var answer = reading.value();
        if (question == Question.LOCATION_CITY && answer.city() == null) {
            cityless(turn, answer, reading.rule(), text, mentions);
            return;
        }
        var kept = combined(turn, question, answer);
        Qualifying.take(turn, question, kept, reading.rule(), reading.span());
        Qualifying.suggest(turn, question, mentions);
        if (question == Question.COVERUP && "yes".equals(kept.text())) {
            Safety.handOverCoverUp(turn);
            return;
        }
        var changed = contradicted(turn, question, mentions);
        if (changed != null) {
            Confirming.askChange(turn, changed, mentions.getOrDefault(changed.key(), ""));
        } else if (!Bursts.begun(turn, question)) {
            Qualifying.goOn(turn);
        }
    }

    /** A late line may have answered the idea before: both belong to it. */
    private static Answer combined(Turn turn, Question question, Answer answer) {
        var before = turn.consultation().answer(question);
        if (question != Question.IDEA || before == null || before.text() == null || answer.text() == null) {
            return answer;
        }
        var both = before.text() + "\n" + answer.text();
        return Answers.ofWords(both, Utterance.of(both));
    }

    /** Only a country: kept, and the city asked again without a strike. "Anywhere": shown where the artist works. */
    private static void cityless(Turn turn, Answer place, String rule, Utterance text, Map<String, String> mentions) {
        if (place.country() == null) {
            if (Guards.saysSomethingElse(Question.LOCATION_CITY, mentions)) {
                Qualifying.suggest(turn, Question.LOCATION_CITY, mentions);
                Asking.sayWithQuestion(turn, "guard.one-at-a-time");
            } else {
                unsure(turn, Question.LOCATION_CITY, text, mentions);
            }
            return;
        }
        Qualifying.take(turn, Question.LOCATION_COUNTRY, place, rule, text);
        Asking.ask(turn, Question.LOCATION_CITY, null);
    }

    static void askBack(Turn turn, Question question, Reading.NeedsConfirmation<Answer> reading) {
        var value = reading.value().text() == null
                ? reading.span()
                : reading.value().text();
        turn.because(new Reason(
                "confirm." + reading.why(), question.key(), ClientWords.cut(reading.span(), 200), value, List.of()));
        turn.consultation(consultation -> consultation.suggesting(question, value));
        Asking.ask(turn, question, null);
    }

    /** "I don't know" is a value: the first time with help to find one, the second time as it is. */
    static void unsure(Turn turn, Question question, Utterance text, Map<String, String> mentions) {
        turn.because(new Reason("unsure", question.key(), ClientWords.cut(text.said(), 200), null, List.of()));
        if (Guards.saysSomethingElse(question, mentions)) {
            Qualifying.suggest(turn, question, mentions);
        }
        var open = turn.consultation().open();
        var isFirst = open != null && open.kind() != Open.Kind.HELP;
        if (open != null && isFirst && question.kind() == Question.Kind.MEASURE) {
            turn.consultation(consultation -> consultation.asking(open.as(Open.Kind.HELP, null)));
            var copyKey = "unsure." + question.shortKey();
            Asking.sayOpen(turn, copyKey, turn.render(copyKey, Asking.questionValues(turn, question.key())));
            return;
        }
        Qualifying.take(turn, question, Answers.unknown(text), "unknown", text);
        Qualifying.goOn(turn);
    }

    /** A question answered before, to which this text says something else. */
    static @Nullable Question contradicted(Turn turn, Question answered, Map<String, String> mentions) {
        for (var mention : mentions.entrySet()) {
            var question = Question.ofKey(mention.getKey());
            var before = question == null ? null : turn.consultation().answer(question);
            if (question == null || question == answered || before == null) {
                continue;
            }
            var now = Answers.read(question, Utterance.of(mention.getValue()), turn.settings())
                    .taken();
            if (now != null && now.text() != null && !now.text().equals(before.text()) && question != Question.STYLE) {
                return question;
            }
        }
        return null;
    }
}
