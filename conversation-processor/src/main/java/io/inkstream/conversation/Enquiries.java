package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Age;
import io.inkstream.conversation.understanding.Body;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Language;
import io.inkstream.conversation.understanding.Mentions;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Subject;
import io.inkstream.conversation.understanding.Topics;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Which enquiry a message belongs to: the open one, a sleeping one that wakes up, or a new one. */
final class Enquiries {
    static final String UNDER_AGE = "UNDER_AGE";
    private static final Duration AGE_REFUSAL_PAUSE = Duration.ofDays(1);
    private static final String WELCOME_BACK = "welcome.back";
    private static final double SURE = 0.6;
    private static final int CONTENT_WORDS_MIN = 2;

    private Enquiries() {}

    /** A client wrote: whatever waits for their silence starts again. */
    static void touch(Turn turn) {
        turn.lead(lead -> lead.at("lastClientMessageAt", turn.now()));
        Stages.clientWrote(turn);
    }

    /** Opens a new enquiry or wakes the last one where that is due; true when the message is dealt with by that. */
    static boolean wakesOrOpens(Turn turn, Said said, Intent intent) {
        if (!turn.hasLead()) {
            openAndGreet(turn, said, intent);
            return true;
        }
        var lead = turn.lead();
        return switch (lead.status()) {
            case REJECTED, CANCELLED, REFUNDED -> {
                afterTheEnd(turn, said, intent);
                yield true;
            }
            case ABANDONED, STALE -> wake(turn, said, intent);
            case NEW, OPTOUT -> { // left over from a STOP as the first word
                turn.reach(Status.QUALIFYING, "client-wrote");
                yield false;
            }
            case QUALIFYING,
                    PENDING_APPROVAL,
                    AWAITING_DEPOSIT,
                    DEPOSIT_PAID,
                    BOOKING_PENDING,
                    BOOKED,
                    NEEDS_ARTIST_REPLY,
                    NEEDS_FOLLOW_UP,
                    TOUR_CONVERSION_OFFERED,
                    WAITLISTED,
                    COLLECTING_TIME_WINDOWS,
                    DEPOSIT_EXPIRED -> false;
        };
    }

    private static void afterTheEnd(Turn turn, Said said, Intent intent) {
        var isUnderAge = UNDER_AGE.equals(turn.lead().closedBecause());
        if (isUnderAge && Age.of(said.words()) != Age.ADULT) {
            touch(turn);
            turn.because("age.still-refused");
            Notes.keep(turn, said);
            if (Notes.mayRepeat(turn, "age.refused", AGE_REFUSAL_PAUSE)) {
                turn.say("age.refused", turn.render("age.refused", turn.values()));
            }
            return;
        }
        openAndGreet(turn, said, intent);
    }

    /** True when the message is dealt with; a request that cannot wait is heard in the enquiry that woke up. */
    private static boolean wake(Turn turn, Said said, Intent intent) {
        var lead = turn.lead();
        var tooOld =
                turn.now().isAfter(lead.since().plus(turn.settings().timings().returnToKept()));
        if (tooOld || intent == Intent.START_OVER) {
            turn.because(tooOld ? "returned.too-late" : "returned.start-over");
            openAndGreet(turn, said, tooOld ? intent : Intent.NONE);
            return true;
        }
        goBack(turn);
        if (ClientMessages.isUrgent(intent)) {
            return false;
        }
        welcomeBack(turn, said);
        return true;
    }

    private static void goBack(Turn turn) {
        var left = turn.lead().returnTo();
        turn.because("returned");
        turn.reach(left == null ? Status.QUALIFYING : left, "client-came-back");
        turn.lead(lead -> lead.returningTo(null));
        if (turn.lead().status() == Status.QUALIFYING && turn.consultation().open() == null) {
            Asking.openNext(turn);
        }
    }

    /** What we have, and the open question. The message itself is kept, but is no answer: the client could not know to what. */
    private static void welcomeBack(Turn turn, Said said) {
        touch(turn);
        Notes.keep(turn, said);
        suggestWhatFits(turn, said.words());
        var values = turn.values();
        values.put("recap", Summary.recap(turn));
        var isOpen = turn.consultation().open() != null;
        values.put(
                "question",
                isOpen
                        ? backAt(turn)
                        : turn.render("welcome.back.nothing-open", turn.values())
                                .body());
        var text = turn.render(WELCOME_BACK, values);
        turn.counts(counts -> counts.said(WELCOME_BACK, turn.now()));
        Asking.sayOpen(turn, WELCOME_BACK, text);
    }

    /** "Yes" to "Welcome back, carry on?", once. */
    static boolean saidYesToCarryOn(Turn turn, Intent intent) {
        if (intent != Intent.YES || turn.lead().counts().lastSaid(WELCOME_BACK) == null) {
            return false;
        }
        turn.counts(counts -> counts.unsaid(WELCOME_BACK));
        return true;
    }

    /** A value for the open question, given by somebody who could not see it any more, is offered when it is put again. */
    private static void suggestWhatFits(Turn turn, Utterance words) {
        var open = turn.consultation().open();
        var question = open == null ? null : Question.ofKey(open.question());
        if (open == null
                || question == null
                || question.kind() != Question.Kind.MEASURE
                || open.kind() != Open.Kind.PLAIN) {
            return;
        }
        var fitting = Answers.read(question, words, turn.settings());
        if (fitting instanceof Reading.Understood<Answer> value
                && value.confidence() > SURE
                && value.value().text() != null) {
            turn.consultation(consultation -> consultation
                    .suggesting(question, words.said())
                    .asking(open.as(Open.Kind.CONFIRM_SUGGESTED, words.said())));
            turn.happened(new LeadEvent.ValueSuggested(question.key(), words.said()));
        }
    }

    private static String backAt(Turn turn) {
        var values = new HashMap<>(Map.of("question", Asking.openText(turn).body()));
        return turn.render("welcome.back.open", values).body();
    }

    /** Closes what was under way and begins anew, at the client's wish. */
    static void startOver(Turn turn) {
        turn.reach(Status.CANCELLED, "client-started-over");
        openAndGreet(turn, new Said.Silent("start-over", Said.NOTHING), Intent.NONE);
    }

    /** A new enquiry beside the open business, which stays as it is. */
    static void openBeside(Turn turn, Utterance words) {
        turn.setAside();
        openAndGreet(turn, new Said.Words(words), Intent.NONE);
    }

    private static void openAndGreet(Turn turn, Said said, Intent intent) {
        decideLanguage(turn, said.words(), intent);
        turn.openLead();
        turn.moveTo(Status.QUALIFYING, "first-message");
        touch(turn);
        greet(turn, said, intent);
    }

    private static void decideLanguage(Turn turn, Utterance words, Intent intent) {
        var asked = LiveTalk.languageAsked(intent);
        var told = asked != null ? asked : turn.person().locale() == null ? Language.of(words) : null;
        if (told != null) {
            turn.person(person -> person.speaking(told));
        }
    }

    /** The first reply: a wish that cannot wait, or the welcome, which ends with the first open question. */
    private static void greet(Turn turn, Said said, Intent intent) {
        if (said instanceof Said.Picture || said instanceof Said.Unreadable) {
            Notes.keep(turn, said);
        }
        var words = said.words();
        Asking.open(turn, Question.IDEA);
        if (Requests.acted(turn, words, intent) || Safety.actedBeforeAge(turn, words)) {
            return;
        }
        takeWhatIsSaid(turn, said, words, intent);
        if (Safety.ageIsUnclear(turn, words)) {
            Safety.askAge(turn, "age.ask.first");
            return;
        }
        var values = turn.values();
        values.put("leadin", studioAnswer(turn, words, intent));
        Asking.sayWithQuestion(turn, "welcome", "welcome", values);
    }

    private static void takeWhatIsSaid(Turn turn, Said said, Utterance words, Intent intent) {
        var settings = turn.settings();
        Qualifying.suggest(turn, Question.IDEA, Mentions.in(words, settings.currency(), settings.budgetFloorMinor()));
        var place = Body.placeSaidIn(words);
        if (place != null) {
            Qualifying.suggest(turn, Question.IDEA, Map.of(Question.PLACEMENT.key(), place));
        }
        if (isIdea(said, words, intent)) {
            Qualifying.take(turn, Question.IDEA, Answers.ofWords(words.said(), words), "idea.first-message", words);
            Asking.openNext(turn);
        }
    }

    private static boolean isIdea(Said said, Utterance words, Intent intent) {
        var isAsking = intent == Intent.QUESTION && !Topics.isWish(words);
        return !(said instanceof Said.Tapped)
                && !isAsking
                && !Mentions.isBareFigure(words)
                && Subject.contentWords(words).size() >= CONTENT_WORDS_MIN;
    }

    /** A question in the first message is answered at once, before the welcome. */
    private static String studioAnswer(Turn turn, Utterance words, Intent intent) {
        var topic = intent == Intent.QUESTION ? Topics.of(words) : null;
        var answer = topic == null ? null : turn.settings().answers().get(topic);
        return answer == null ? "" : answer + "\n\n";
    }
}
