package io.inkstream.schemas.lead;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one record per input on {@code lead.events.v1}: what came in, what was decided, and why. Folding the rules over a
 * contact's records in {@code seq} order with the named settings must give the same events.
 *
 * @param seq dense per contact, from 1
 * @param leadId the lead the input concerned; absent when it concerned none (an artist's message, a group message)
 * @param lead the lead afterwards; absent when there is none
 */
@JsonTypeName("lead.decision")
public record DecisionRecord(
        String id,
        Instant occurredAt,
        String studio,
        String contactId,
        @Nullable String leadId,
        long seq,
        InputRef inputRef,
        @Nullable Input input,
        long settingsVersion,
        String rulesVersion,
        @Nullable String correlationId,
        List<LeadEvent> events,
        List<Reason> why,
        @Nullable LeadSnapshot lead)
        implements WireRecord {

    public DecisionRecord {
        events = List.copyOf(events);
        why = List.copyOf(why);
    }

    @Override
    public String toString() {
        return "DecisionRecord[" + contactId + " #" + seq + "]";
    }
}
