package io.inkstream.conversation;

import io.inkstream.schemas.config.StudioConfig.Timings;
import io.inkstream.schemas.lead.Input.Timer;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens when nobody does anything: the stages of each status (spec §5). A lead has one alarm. When a client writes,
 * the alarm is not moved but left to ring, and then set again for what is left of the time: far fewer alarms for the same
 * behaviour. An alarm is replaced, under a new generation, only when something must happen earlier.
 */
final class Stages {
    private static final String TIMER = "/stages";
    private static final Set<Status> COUNT_FROM_SILENCE =
            EnumSet.of(Status.QUALIFYING, Status.TOUR_CONVERSION_OFFERED, Status.COLLECTING_TIME_WINDOWS);

    private Stages() {}

    /** Something that is due when the status, or the client's silence, has lasted this long. */
    record Stage(Duration after, Deed deed) {}

    enum Deed {
        REMIND_CLIENT_FIRST,
        REMIND_CLIENT_LAST,
        ABANDON,
        REMIND_ARTIST,
        REMIND_ARTIST_AND_COMFORT_CLIENT,
        LET_REVIEW_GO_STALE,
        REPEAT_OFFER,
        WAITLIST,
        FOLLOW_UP_BOOKING;

        /** What a client would hear, and so not at night. */
        boolean isHeardByClient() {
            return this == REMIND_CLIENT_FIRST || this == REMIND_CLIENT_LAST || this == REPEAT_OFFER;
        }
    }

    /** The stages of a status, earliest first. Statuses that wait for slots or deposits get theirs with these. */
    static List<Stage> of(Status status, Timings timings) {
        return switch (status) {
            case QUALIFYING ->
                List.of(
                        new Stage(timings.qualifyingReminder1(), Deed.REMIND_CLIENT_FIRST),
                        new Stage(timings.qualifyingReminder2(), Deed.REMIND_CLIENT_LAST),
                        new Stage(timings.abandonAfter(), Deed.ABANDON));
            case PENDING_APPROVAL -> PENDING_APPROVAL;
            case NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP -> WITH_A_PERSON;
            case TOUR_CONVERSION_OFFERED -> TOUR_OFFER;
            case BOOKING_PENDING -> BOOKING_PENDING;
            case NEW,
                    AWAITING_DEPOSIT,
                    DEPOSIT_PAID,
                    BOOKED,
                    WAITLISTED,
                    COLLECTING_TIME_WINDOWS,
                    DEPOSIT_EXPIRED,
                    ABANDONED,
                    STALE,
                    OPTOUT,
                    REJECTED,
                    CANCELLED,
                    REFUNDED -> List.of();
        };
    }

    private static final List<Stage> PENDING_APPROVAL = List.of(
            new Stage(Duration.ofHours(4), Deed.REMIND_ARTIST),
            new Stage(Duration.ofDays(1), Deed.REMIND_ARTIST),
            new Stage(Duration.ofDays(3), Deed.LET_REVIEW_GO_STALE));
    private static final List<Stage> WITH_A_PERSON = List.of(
            new Stage(Duration.ofHours(4), Deed.REMIND_ARTIST),
            new Stage(Duration.ofDays(1), Deed.REMIND_ARTIST_AND_COMFORT_CLIENT));
    private static final List<Stage> TOUR_OFFER =
            List.of(new Stage(Duration.ofDays(1), Deed.REPEAT_OFFER), new Stage(Duration.ofDays(3), Deed.WAITLIST));
    private static final List<Stage> BOOKING_PENDING = List.of(new Stage(Duration.ofDays(3), Deed.FOLLOW_UP_BOOKING));

    /** A client wrote: stages that count their silence begin again. */
    static void clientWrote(Turn turn) {
        if (COUNT_FROM_SILENCE.contains(turn.lead().status())) {
            turn.lead(lead -> lead.with(lead.clock().atStage(0)));
        }
    }

    /** At the end of every decision: makes sure that an alarm rings no later than the next stage. */
    static void wind(Turn turn) {
        var due = due(turn, turn.lead().clock().stage());
        var clock = turn.lead().clock();
        if (due == null) {
            if (clock.dueAt() != null) {
                turn.lead(lead -> lead.with(clock.stopped()));
            }
        } else if (clock.dueAt() == null || due.isBefore(clock.dueAt())) {
            var set = clock.set(due);
            turn.lead(lead -> lead.with(set));
            turn.setAlarm(timerId(turn.lead()), set.generation(), due);
        }
    }

    static void fired(Turn turn, Timer timer) {
        var reasonToIgnore = reasonToIgnore(turn, timer);
        if (reasonToIgnore != null) {
            elapsed(turn, timer, reasonToIgnore);
            return;
        }
        turn.lead(lead -> lead.with(lead.clock().stopped()));
        var stage = turn.lead().clock().stage();
        var due = due(turn, stage);
        if (due == null) {
            elapsed(turn, timer, "reason-gone");
        } else if (due.isAfter(turn.now())) {
            elapsed(turn, timer, "not-yet");
        } else {
            act(turn, timer, stage);
        }
    }

    private static void act(Turn turn, Timer timer, int stage) {
        var deed =
                of(turn.lead().status(), turn.settings().timings()).get(stage).deed();
        var before = turn.lead().status();
        var notAfter = due(turn, stage + 1);
        if (deed.isHeardByClient() && notAfter != null && !turn.now().isBefore(notAfter)) {
            elapsed(turn, timer, "too-late");
        } else {
            turn.happened(new LeadEvent.TimerElapsed(timer.timerId(), true, null));
            Deeds.done(turn, deed, notAfter);
        }
        if (turn.lead().status() == before) {
            turn.lead(lead -> lead.with(lead.clock().atStage(stage + 1)));
        }
    }

    private static @Nullable String reasonToIgnore(Turn turn, Timer timer) {
        if (!turn.hasLead() || !timer.timerId().equals(timerId(turn.lead()))) {
            return "lead-gone";
        }
        return turn.lead().clock().generation() == timer.generation() ? null : "stale-generation";
    }

    private static void elapsed(Turn turn, Timer timer, String why) {
        turn.because("timer." + why);
        turn.happened(new LeadEvent.TimerElapsed(timer.timerId(), false, why));
    }

    private static String timerId(Lead lead) {
        return lead.leadId() + TIMER;
    }

    /** When a stage of the present status is due; null when there is no such stage. */
    private static @Nullable Instant due(Turn turn, int stage) {
        var stages = of(turn.lead().status(), turn.settings().timings());
        if (turn.isOptedOut() || stage >= stages.size()) {
            return null;
        }
        var begin = begin(turn.lead());
        var due = begin.plus(stages.get(stage).after());
        if (!stages.get(stage).deed().isHeardByClient()) {
            return due;
        }
        var latest =
                stage + 1 < stages.size() ? begin.plus(stages.get(stage + 1).after()) : null;
        return QuietTime.shifted(turn.settings().quietHours(), Tours.zone(turn), due, latest);
    }

    private static Instant begin(Lead lead) {
        var begin = lead.since();
        var wrote = lead.time("lastClientMessageAt");
        if (COUNT_FROM_SILENCE.contains(lead.status()) && wrote != null && wrote.isAfter(begin)) {
            begin = wrote;
        }
        return lead.hold() != null && lead.hold().until().isAfter(begin)
                ? lead.hold().until()
                : begin;
    }
}
