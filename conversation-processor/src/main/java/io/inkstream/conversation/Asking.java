package io.inkstream.conversation;

import io.inkstream.conversation.copy.Rendered;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.LeadEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which question comes next, and how it is put: alone, or at the end of another text. */
final class Asking {
    private static final long EXAMPLE_BUDGET_MINOR = 500_00;

    private Asking() {}

    /** The next question without an answer that applies to this client; null when all are answered. */
    static @Nullable Question next(Turn turn) {
        for (var question : Question.values()) {
            if (!turn.consultation().has(question) && applies(turn, question)) {
                return question;
            }
        }
        return null;
    }

    private static boolean applies(Turn turn, Question question) {
        return switch (question) {
            case LOCATION_COUNTRY -> !knowsCountry(turn.consultation().answer(Question.LOCATION_CITY));
            case TRAVEL_CITY -> needsToTravel(turn);
            default -> true;
        };
    }

    private static boolean knowsCountry(@Nullable Answer city) {
        return city != null && city.country() != null;
    }

    /** Only a client of a city where the artist will not be. */
    private static boolean needsToTravel(Turn turn) {
        var city = turn.consultation().answer(Question.LOCATION_CITY);
        return city != null && city.city() != null && !Tours.isServed(turn, city);
    }

    /** Asks the next question, or ends the consultation when there is none. */
    static void next(Turn turn, @Nullable String leadIn) {
        var question = next(turn);
        if (question == null) {
            Completion.run(turn);
        } else {
            ask(turn, question, leadIn);
        }
    }

    /** Asks a question in a message of its own; a value that was mentioned before is offered instead. */
    static void ask(Turn turn, Question question, @Nullable String leadIn) {
        open(turn, question);
        var text = openText(turn);
        var copyKey = openKey(turn);
        sayOpen(turn, copyKey, leadIn == null ? text : withLeadIn(turn, leadIn, text));
    }

    private static Rendered withLeadIn(Turn turn, String leadIn, Rendered text) {
        var body = turn.copy().words(leadIn) + " " + text.body();
        return new Rendered(body, text.buttons(), text.listLabel(), text.rows(), text.line());
    }

    /** Makes a question the open one, without a message of its own. */
    static void open(Turn turn, Question question) {
        var suggested = turn.consultation().suggested().get(question.key());
        var open = Open.plain(question, turn.now());
        turn.consultation(consultation ->
                consultation.asking(suggested == null ? open : open.as(Open.Kind.CONFIRM_SUGGESTED, suggested)));
        turn.happened(new LeadEvent.QuestionAsked(question.key()));
    }

    /** Makes the next question the open one; false when none is left. */
    static boolean openNext(Turn turn) {
        var question = next(turn);
        if (question == null) {
            return false;
        }
        open(turn, question);
        return true;
    }

    /** Says a text that ends with the open question, or its shorter form when nothing is open. */
    static void sayWithQuestion(Turn turn, String copyKey, String section, Map<String, String> values) {
        if (turn.consultation().open() == null) {
            turn.say(copyKey, turn.render(section + ".closed", values));
            return;
        }
        var question = openText(turn);
        values.put("question", question.body());
        sayOpen(turn, copyKey, turn.render(section, values).withTapsOf(question));
    }

    static void sayWithQuestion(Turn turn, String copyKey) {
        sayWithQuestion(turn, copyKey, copyKey, turn.values());
    }

    /** Asks the open question again: {@code question.<key>}, its confirmation, or {@code handover.resumed} when nothing is open. */
    static void askOpenAgain(Turn turn, @Nullable String leadIn) {
        var open = turn.consultation().open();
        var question = open == null ? null : Question.ofKey(open.question());
        if (open == null || question == null) {
            turn.say("handover.resumed", turn.render("handover.resumed", turn.values()));
            return;
        }
        reopen(turn, open, question, leadIn == null ? open.askedAt() : turn.now());
        var text = openText(turn);
        sayOpen(turn, openKey(turn), leadIn == null ? text : withLeadIn(turn, leadIn, text));
    }

    /** Before the open question is repeated. */
    static void offerWhatCameLate(Turn turn) {
        var open = turn.consultation().open();
        var question = open == null ? null : Question.ofKey(open.question());
        if (open != null && question != null && turn.consultation().suggested().containsKey(question.key())) {
            reopen(turn, open, question, open.askedAt());
        }
    }

    /** A value that came too late to be an answer is offered when the question is put again. */
    private static void reopen(Turn turn, Open open, Question question, Instant askedAt) {
        if (open.kind() == Open.Kind.CONFIRM_CHANGED || open.kind() == Open.Kind.AGE) {
            return;
        }
        var suggested = turn.consultation().suggested().get(question.key());
        var again = Open.plain(question, askedAt);
        turn.consultation(consultation ->
                consultation.asking(suggested == null ? again : again.as(Open.Kind.CONFIRM_SUGGESTED, suggested)));
        turn.happened(new LeadEvent.QuestionAsked(question.key()));
    }

    /** Says a text that asks the open question, and remembers which message asked it. */
    static void sayOpen(Turn turn, String copyKey, Rendered text) {
        var commandId = turn.say(copyKey, text);
        var open = turn.consultation().open();
        if (commandId != null && open != null) {
            turn.consultation(consultation -> consultation.asking(open.askedBy(commandId)));
            turn.isAbout(commandId, Question.ofKey(open.question()));
        }
    }

    private static Open mustBeOpen(Turn turn) {
        var open = turn.consultation().open();
        if (open == null) {
            throw new IllegalStateException("no question is open");
        }
        return open;
    }

    static String openKey(Turn turn) {
        var open = mustBeOpen(turn);
        return switch (open.kind()) {
            case PLAIN, HELP -> "question." + open.question();
            case CONFIRM_SUGGESTED -> "confirm.suggested";
            case CONFIRM_CHANGED -> "confirm.changed";
            case AGE -> "age.ask";
        };
    }

    /** The open question as a text. */
    static Rendered openText(Turn turn) {
        var open = mustBeOpen(turn);
        var values = questionValues(turn, open.question());
        if (open.value() != null) {
            values.put("field", turn.copy().words("field." + open.question()));
            values.put("value", ClientWords.quoted(open.value()));
            values.put("old", old(turn, open));
        }
        return turn.render(openKey(turn), values);
    }

    private static String old(Turn turn, Open open) {
        var answer = turn.consultation().answers().get(open.question());
        return answer == null || answer.text() == null ? "" : ClientWords.quoted(answer.text());
    }

    /** What the texts about a question name; only what this question needs. */
    static Map<String, String> questionValues(Turn turn, String question) {
        var values = turn.values();
        if (question.equals(Question.BUDGET.key())) {
            values.put(
                    "example", Money.text(EXAMPLE_BUDGET_MINOR, turn.settings().currency()));
        } else if (question.equals(Question.TRAVEL_CITY.key()) || question.equals(Question.LOCATION_CITY.key())) {
            values.put("cities", Tours.citiesServed(turn));
        }
        return values;
    }
}
