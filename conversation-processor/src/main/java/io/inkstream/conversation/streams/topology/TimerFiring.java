package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.lead.LeadInstruction.TimerFired;
import io.inkstream.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Puts due timers on {@code lead.commands.v1}, and does nothing else about them: the firing is then an input like any
 * other, so that replay reads it from the log and needs no clock.
 */
final class TimerFiring {
    /** Runs by the real clock; due times are compared with the business clock, which can be moved ahead. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final int ENTRIES_MAX = 500;
    private static final Duration TIME_MAX = Duration.ofMillis(50);

    private final DueTimers timers;
    private final Conversations conversations;
    private final Clock businessClock;
    private final ProcessorMetrics metrics;
    private final BiConsumer<Output, Trace> writer;
    private int fired;
    private int superseded;

    TimerFiring(
            DueTimers timers,
            Conversations conversations,
            Clock businessClock,
            ProcessorMetrics metrics,
            BiConsumer<Output, Trace> writer) {
        this.timers = timers;
        this.conversations = conversations;
        this.businessClock = businessClock;
        this.metrics = metrics;
        this.writer = writer;
    }

    void fireDue() {
        fired = 0;
        superseded = 0;
        var scan = timers.takeDue(businessClock.instant(), ENTRIES_MAX, TIME_MAX, this::fire);
        if (scan.entriesRead() > 0) {
            metrics.countScan(scan.entriesRead(), fired, superseded);
        }
    }

    private void fire(DueTimers.Due due) {
        if (isSuperseded(due)) {
            superseded++;
            return;
        }
        fired++;
        var key = ConversationKey.parse(due.conversationKey());
        var id = due.timerId() + ":" + due.generation();
        var firing =
                new TimerFired(id, businessClock.instant(), key.studio(), due.timerId(), due.generation(), due.dueAt());
        writer.accept(
                Output.of(Topics.LEAD_COMMANDS, key.text(), firing),
                Trace.started(key.contactId() + "|" + id, key.studio()));
    }

    /** Set again since, with a later generation: the rules would ignore this one, so the log is spared it. */
    private boolean isSuperseded(DueTimers.Due due) {
        var conversation = conversations.find(due.conversationKey());
        return conversation != null && conversation.supersedes(due.timerId(), due.generation());
    }
}
