package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Age;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Mentions;
import io.inkstream.conversation.understanding.Triggers;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.Input.ClientMessage;
import io.inkstream.schemas.lead.Input.Timer;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * People write one thought in several lines. After an answer in words the next question waits for a moment's silence (a
 * setting), and the lines that come meanwhile are one answer. Taps, keywords, figures and questions are answered at once.
 */
final class Bursts {
    /** However long the burst, the question comes. */
    static final Duration MAX = Duration.ofSeconds(20);

    private static final String TIMER = "/burst";
    private static final String COUNT = "bursts";

    private Bursts() {}

    static boolean isTimerOf(Timer timer) {
        return timer.timerId().endsWith(TIMER);
    }

    /** Waits with the next question; false when it is to be put at once. */
    static boolean begun(Turn turn, Question answered) {
        var isText = turn.input() instanceof ClientMessage message && message.content() instanceof MessageContent.Text;
        if (settle(turn).isZero()
                || !isText
                || answered.kind() != Question.Kind.WORDS
                || turn.lead().status() != Status.QUALIFYING
                || Asking.next(turn) == null) {
            return false;
        }
        wait(turn, turn.now());
        return true;
    }

    /** A further line of the burst: part of the answer, without a reply. False when none is under way. */
    static boolean absorbed(Turn turn, Utterance text) {
        var settling = turn.lead().settling();
        if (settling == null) {
            return false;
        }
        turn.because("burst");
        if (!LateLines.continues(turn, text)) {
            turn.note(text.said());
        }
        wait(turn, settling.begunAt());
        return true;
    }

    /** What is no further line ends the burst before it is heard itself. */
    static void interruptedBy(Turn turn, Said said, Intent intent) {
        if (turn.hasLead() && turn.lead().settling() != null && !goesOn(turn, said, intent)) {
            end(turn);
        }
    }

    private static boolean goesOn(Turn turn, Said said, Intent intent) {
        return switch (said) {
            case Said.Words(var text) -> intent == Intent.NONE && !text.hasNoWords() && isPlain(turn, text);
            case Said.Reacted _, Said.Silent _ -> true; // nothing is said
            case Said.Tapped _, Said.Picture _, Said.Pin _, Said.Unreadable _ -> false;
        };
    }

    private static boolean isPlain(Turn turn, Utterance text) {
        var settings = turn.settings();
        return !Mentions.isBareFigure(text)
                && Mentions.in(text, settings.currency(), settings.budgetFloorMinor())
                        .isEmpty()
                && !Triggers.isAbusive(text)
                && !Triggers.mentionsHealth(text)
                && !Triggers.mentionsCoverUp(text)
                && Triggers.soft(text) == null
                && Age.of(text) == Age.NONE;
    }

    /** The next question is open from now on; it is said at the end of whatever is said next. */
    static void end(Turn turn) {
        if (turn.hasLead() && turn.lead().settling() != null) {
            turn.lead(lead -> lead.settling(null));
            Asking.openNext(turn);
        }
    }

    static void over(Turn turn, Timer timer) {
        var settling = turn.hasLead() ? turn.lead().settling() : null;
        var isCurrent = settling != null
                && timer.timerId().equals(timerId(turn.lead()))
                && settling.generation() == timer.generation();
        turn.happened(new LeadEvent.TimerElapsed(timer.timerId(), isCurrent, isCurrent ? null : "burst-over"));
        if (!isCurrent) {
            turn.because("timer.burst-over");
            return;
        }
        turn.because("timer.burst");
        var maySpeak = turn.lead().status() == Status.QUALIFYING && !turn.lead().isHeldByArtist(turn.now());
        turn.lead(lead -> lead.settling(null));
        if (maySpeak && !turn.isOptedOut()) {
            Asking.next(turn, null);
        } else {
            Asking.openNext(turn);
        }
    }

    private static void wait(Turn turn, Instant begunAt) {
        turn.counts(counts -> counts.plusOne(COUNT));
        var generation = turn.lead().counts().of(COUNT);
        var latest = begunAt.plus(MAX);
        var silent = turn.now().plus(settle(turn));
        turn.lead(lead -> lead.settling(new Settling(begunAt, generation)));
        turn.setAlarm(timerId(turn.lead()), generation, silent.isBefore(latest) ? silent : latest);
    }

    private static String timerId(Lead lead) {
        return lead.leadId() + TIMER;
    }

    private static Duration settle(Turn turn) {
        var manner = turn.settings().manner();
        @Nullable Duration settle = manner == null ? null : manner.settle();
        return settle == null ? Duration.ZERO : settle;
    }

    /** A person's command is no part of a burst either. */
    static void interruptedBy(Turn turn, Input.Command command) {
        if (turn.hasLead() && turn.lead().leadId().equals(command.leadId())) {
            end(turn);
        }
    }
}
