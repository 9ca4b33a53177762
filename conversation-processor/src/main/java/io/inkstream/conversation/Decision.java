package io.inkstream.conversation;

import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that follows from one input: nothing of it is done unless all of it is.
 *
 * @param state the conversation afterwards
 * @param leadId the lead the input concerned, if any
 * @param events what happened, in order; never empty, so that nothing is dropped silently
 * @param messages what to say, to the client or the artist, in order
 * @param timers alarms to set; an alarm is cancelled by raising its generation in the state
 * @param why the rules that decided
 */
public record Decision(
        ConversationState state,
        @Nullable String leadId,
        List<LeadEvent> events,
        List<OutgoingMessage> messages,
        List<Alarm> timers,
        List<Reason> why) {

    public Decision {
        events = List.copyOf(events);
        messages = List.copyOf(messages);
        timers = List.copyOf(timers);
        why = List.copyOf(why);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a decision without an event would drop its input silently");
        }
    }
}
