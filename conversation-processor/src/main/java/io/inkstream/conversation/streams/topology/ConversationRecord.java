package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Alarm;
import io.inkstream.conversation.ConversationState;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.outbound.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param rowNotes for the newest lead's row in the sheet; absent in values of the first release
 */
record ConversationRecord(
        Identity identity,
        long seq,
        Map<Recipient.Role, Long> laneSeq,
        List<Alarmed> alarms,
        @Nullable Instant lastInboundAt,
        long sinceDay,
        ConversationState state,
        @Nullable RowNotes rowNotes) {

    /**
     * The newest setting of one timer. In a list, not a map: timer ids hold lead ids, and field names that never end make the
     * JSON parser forget the ones it knows.
     */
    record Alarmed(String timerId, long generation) {}

    /** WhatsApp delivers late by days at most; an older timestamp is a broken clock and must not close a window. */
    private static final Duration INBOUND_AGE_MAX = Duration.ofDays(7);

    ConversationRecord {
        laneSeq = Map.copyOf(laneSeq);
        alarms = List.copyOf(alarms);
    }

    static ConversationRecord first(ConversationKey key, long streamDay) {
        return new ConversationRecord(
                Identity.of(key),
                0,
                Map.of(),
                List.of(),
                null,
                streamDay,
                ConversationState.initial(key.contactId(), key.studio()),
                null);
    }

    ConversationRecord withIdentity(Identity newIdentity) {
        return new ConversationRecord(newIdentity, seq, laneSeq, alarms, lastInboundAt, sinceDay, state, rowNotes);
    }

    ConversationRecord withNextSeq() {
        return new ConversationRecord(identity, seq + 1, laneSeq, alarms, lastInboundAt, sinceDay, state, rowNotes);
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
                state,
                rowNotes);
    }

    ConversationRecord after(
            ConversationState newState,
            Map<Recipient.Role, Long> newLaneSeq,
            List<Alarmed> newAlarms,
            RowNotes newRowNotes) {
        return new ConversationRecord(
                identity, seq + 1, newLaneSeq, newAlarms, lastInboundAt, sinceDay, newState, newRowNotes);
    }

    RowNotes notesForTheRow() {
        return rowNotes == null ? RowNotes.NONE : rowNotes;
    }

    /** The generations after an input was decided: newly set alarms count, one that just came due is spent. */
    List<Alarmed> alarmsAfter(Input input, List<Alarm> set) {
        if (set.isEmpty() && !(input instanceof Input.Timer)) {
            return alarms;
        }
        var after = new ArrayList<>(alarms);
        if (input instanceof Input.Timer elapsed) {
            after.remove(new Alarmed(elapsed.timerId(), elapsed.generation()));
        }
        for (var alarm : set) {
            after.removeIf(earlier -> earlier.timerId().equals(alarm.timerId()));
            after.add(new Alarmed(alarm.timerId(), alarm.generation()));
        }
        return after;
    }

    /** Whether the timer was set again since, with a later generation. */
    boolean supersedes(String timerId, long generation) {
        return alarms.stream().anyMatch(alarm -> alarm.timerId().equals(timerId) && alarm.generation() > generation);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    @Override
    public String toString() {
        return "ConversationRecord[" + state.contactId() + " #" + seq + "]";
    }
}
