package io.inkstream.admin.leads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lead's timeline, in plain words.
 *
 * @param seq the decision it belongs to; several lines may share one
 * @param why the rules behind it, readable
 * @param commandId of a message that was to be sent, or of a person's command
 * @param copyKey which text was sent
 * @param state where the message stands in the sender's ledger
 * @param deliveryStatus what WhatsApp says: sent, delivered, read, played, failed
 */
public record TimelineEntry(
        long seq,
        Instant at,
        Kind kind,
        String text,
        List<String> why,
        @Nullable String commandId,
        @Nullable String copyKey,
        @Nullable String state,
        @Nullable String deliveryStatus) {

    /** What a line is about. */
    public enum Kind {
        MESSAGE_IN,
        MESSAGE_OUT,
        ANSWER,
        QUESTION,
        NOTE,
        STATUS,
        ESTIMATE,
        CONSENT,
        HANDOVER,
        COMMAND,
        PAYMENT,
        TIMER,
        DELIVERY,
        SYSTEM
    }

    public TimelineEntry {
        why = List.copyOf(why);
    }

    TimelineEntry delivered(String newState, @Nullable String newDeliveryStatus) {
        return new TimelineEntry(seq, at, kind, text, why, commandId, copyKey, newState, newDeliveryStatus);
    }
}
