package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sheet shows of a lead beyond its snapshot: counted and kept here as the lead's events pass by.
 *
 * @param leadId whose row it is; another lead's starts empty
 * @param mediaKept pictures, films and files that the client sent
 * @param adminNotes why the studio rejected or closed the lead, in its own words
 * @param lastError why the last undeliverable message could not be delivered; quotes no content
 */
record RowNotes(
        @Nullable String leadId,
        int mediaKept,
        @Nullable String adminNotes,
        @Nullable String lastError) {
    static final RowNotes NONE = new RowNotes(null, 0, null, null);

    private static final Set<Outcome> UNDELIVERED = EnumSet.of(Outcome.FAILED, Outcome.UNSENDABLE, Outcome.DEAD);

    /** After one input. */
    RowNotes after(@Nullable String newLeadId, Input input, List<LeadEvent> events) {
        var notes = newLeadId == null || newLeadId.equals(leadId) ? this : new RowNotes(newLeadId, 0, null, null);
        for (var event : events) {
            notes = notes.after(event, input);
        }
        return notes;
    }

    private RowNotes after(LeadEvent event, Input input) {
        if (event instanceof LeadEvent.MediaKept) {
            return new RowNotes(leadId, mediaKept + 1, adminNotes, lastError);
        }
        if (event instanceof LeadEvent.MessageConcluded concluded && UNDELIVERED.contains(concluded.outcome())) {
            var reason = concluded.reason() == null ? "" : ": " + concluded.reason();
            return new RowNotes(leadId, mediaKept, adminNotes, "message " + concluded.outcome() + reason);
        }
        if (event instanceof LeadEvent.CommandAccepted && input instanceof Input.Command command) {
            var reason = reason(command.action());
            return reason == null ? this : new RowNotes(leadId, mediaKept, reason, lastError);
        }
        return this;
    }

    private static @Nullable String reason(LeadAction action) {
        return switch (action) {
            case LeadAction.Reject reject -> reject.reason();
            case LeadAction.Close close -> close.reason();
            case LeadAction.Approve _, LeadAction.Ask _, LeadAction.HandBack _ -> null;
        };
    }

    @Override
    public String toString() {
        return "RowNotes[" + leadId + "]";
    }
}
