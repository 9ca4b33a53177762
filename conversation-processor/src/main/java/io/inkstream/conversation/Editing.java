package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Edits;
import io.inkstream.conversation.understanding.Edits.Edit;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Corrections: "change size" asks again, "change budget to 600" is done at once. */
final class Editing {
    /** Until the artist has decided, a client may change any answer. */
    static final Set<Status> IS_OPEN_TO_CHANGES =
            EnumSet.of(Status.QUALIFYING, Status.PENDING_APPROVAL, Status.TOUR_CONVERSION_OFFERED, Status.WAITLISTED);

    private static final String WHICH = "edit.which";

    private Editing() {}

    /** The correction that the words ask for; null when they ask for none. The line after the recap may just name it: "3", "size". */
    static @Nullable Edit wished(Turn turn, Utterance text) {
        var wasAsked = turn.lead().counts().lastSaid(WHICH) != null;
        var edit = Edits.in(text);
        if (!wasAsked) {
            return edit;
        }
        turn.counts(counts -> counts.unsaid(WHICH));
        if (edit != null) {
            return edit;
        }
        var picked = picked(turn, text);
        return picked != null ? new Edit(picked.key(), null) : Edits.in(Utterance.of("change " + text.said()));
    }

    private static @Nullable Question picked(Turn turn, Utterance text) {
        var listed = Summary.answered(turn);
        for (int number = 1; number <= listed.size(); number++) {
            if (text.words().equals(List.of(Integer.toString(number)))) {
                return listed.get(number - 1);
            }
        }
        return null;
    }

    /** False when there is nothing to correct here, and the words are to be read as an answer. */
    static boolean applied(Turn turn, Edit edit) {
        if (!IS_OPEN_TO_CHANGES.contains(turn.lead().status())) {
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
        values.put("recap", Summary.numbered(turn));
        turn.because("edit.which");
        turn.counts(counts -> counts.said(WHICH, turn.now()));
        turn.say(WHICH, turn.render(WHICH, values));
    }

    /** Takes a new value and says so; false when the words hold none. */
    static boolean set(Turn turn, Question question, Utterance value) {
        if (!(Answers.read(question, value, turn.settings()) instanceof Reading.Understood<Answer> answer)
                || (question == Question.LOCATION_CITY && answer.value().city() == null)) {
            return false;
        }
        Qualifying.take(turn, question, answer.value(), answer.rule(), value);
        if (question == Question.COVERUP && "yes".equals(answer.value().text())) {
            Safety.handOverCoverUp(turn);
        } else {
            done(turn, question);
        }
        return true;
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
        switch (turn.lead().status()) {
            case QUALIFYING -> sayDone(turn, question);
            case TOUR_CONVERSION_OFFERED, WAITLISTED -> doneBesideATour(turn, question);
            case NEEDS_FOLLOW_UP -> Completion.run(turn);
            default -> {
                Completion.refresh(turn);
                sayDone(turn, question);
            }
        }
    }

    /** Another city may be one where the artist works: then the tour is judged again. */
    private static void doneBesideATour(Turn turn, Question question) {
        var isAboutPlace = question == Question.LOCATION_CITY || question == Question.TRAVEL_CITY;
        if (isAboutPlace) {
            Completion.run(turn);
            return;
        }
        turn.consultation(consultation -> consultation.asking(null));
        Completion.estimate(turn);
        if (turn.lead().status() == Status.TOUR_CONVERSION_OFFERED) {
            var offer = turn.render("tour.unclear", TourOffers.offerValues(turn));
            var values = doneValues(turn, question);
            values.put("question", offer.body());
            turn.say("edit.done", turn.render("edit.done", values).withTapsOf(offer));
        } else {
            sayDone(turn, question);
        }
    }

    private static void sayDone(Turn turn, Question question) {
        Asking.sayWithQuestion(turn, "edit.done", "edit.done", doneValues(turn, question));
    }

    private static Map<String, String> doneValues(Turn turn, Question question) {
        var values = turn.values();
        values.put("field", turn.copy().words("field." + question.key()));
        values.put("value", Summary.shown(turn, turn.copy(), question));
        return values;
    }
}
