package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Alarm;
import io.inkstream.conversation.ConversationState;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.outbound.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one conversation: what the rules remember, and what the shell needs around it.
 *
 * @param seq of the newest record on the decision log; dense from 1
 * @param laneSeq of the newest message per recipient; dense from 1
 * @param alarms the newest generation set per timer; an entry of the timer store with an older one is superseded
 * @param lastInboundAt when the person last wrote, by WhatsApp's time: what the 24 h window is judged by
 * @param sinceDay the stream-time day of the first record; no input of this conversation was seen before
 */
record ConversationRecord(
        Identity identity,
        long seq,
        Map<Recipient.Role, Long> laneSeq,
        Map<String, Long> alarms,
        @Nullable Instant lastInboundAt,
        long sinceDay,
        ConversationState state) {

    /** WhatsApp delivers late by days at most; an older timestamp is a broken clock and must not close a window. */
    private static final Duration INBOUND_AGE_MAX = Duration.ofDays(7);

    ConversationRecord {
        laneSeq = Map.copyOf(laneSeq);
        alarms = Map.copyOf(alarms);
    }

    static ConversationRecord first(ConversationKey key, long streamDay) {
        return new ConversationRecord(
                Identity.of(key),
                0,
                Map.of(),
                Map.of(),
                null,
                streamDay,
                ConversationState.initial(key.contactId(), key.studio()));
    }

    ConversationRecord withIdentity(Identity newIdentity) {
        return new ConversationRecord(newIdentity, seq, laneSeq, alarms, lastInboundAt, sinceDay, state);
    }

    ConversationRecord withNextSeq() {
        return new ConversationRecord(identity, seq + 1, laneSeq, alarms, lastInboundAt, sinceDay, state);
    }

    /** Notes when the person wrote: Meta's time, clamped to the last 7 days and not in the future; it never moves back. */
    ConversationRecord withInboundAt(InboundMessage message) {
        var now = message.occurredAt();
        var sent = message.sentAt() == null ? now : message.sentAt();
        var clamped = sent.isAfter(now) ? now : later(sent, now.minus(INBOUND_AGE_MAX));
        return new ConversationRecord(
                identity,
                seq,
                laneSeq,
                alarms,
                lastInboundAt == null ? clamped : later(clamped, lastInboundAt),
                sinceDay,
                state);
    }

    ConversationRecord after(
            ConversationState newState, Map<Recipient.Role, Long> newLaneSeq, Map<String, Long> newAlarms) {
        return new ConversationRecord(identity, seq + 1, newLaneSeq, newAlarms, lastInboundAt, sinceDay, newState);
    }

    /** The generations after an input was decided: newly set alarms count, one that just came due is spent. */
    Map<String, Long> alarmsAfter(Input input, List<Alarm> set) {
        if (set.isEmpty() && !(input instanceof Input.Timer)) {
            return alarms;
        }
        var after = new HashMap<>(alarms);
        if (input instanceof Input.Timer elapsed) {
            after.remove(elapsed.timerId(), elapsed.generation());
        }
        set.forEach(alarm -> after.put(alarm.timerId(), alarm.generation()));
        return after;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    @Override
    public String toString() {
        return "ConversationRecord[" + state.contactId() + " #" + seq + "]";
    }
}
