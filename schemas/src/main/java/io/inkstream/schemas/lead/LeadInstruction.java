package io.inkstream.schemas.lead;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands on {@code lead.commands.v1}: people's commands and timers that came due. */
public sealed interface LeadInstruction extends WireRecord {

    /**
     * A person's command. {@code id} is the commandId that the door (dashboard, link, CLI) chose; the first outcome of an id stands.
     *
     * @param expectedVersion the lead's version on the person's screen; absent for commands that fit any version
     * @param actor who asked: a user name, or {@code link}
     * @param door dashboard, link, cli or whatsapp
     */
    @JsonTypeName("lead.command")
    record LeadCommand(
            String id,
            Instant occurredAt,
            String studio,
            String leadId,
            @Nullable Long expectedVersion,
            String actor,
            String door,
            LeadAction action)
            implements LeadInstruction {}

    /** {@code id} is {@code <timerId>:<generation>}; a generation that is no longer current is ignored. */
    @JsonTypeName("timer.fired")
    record TimerFired(String id, Instant occurredAt, String studio, String timerId, long generation, Instant dueAt)
            implements LeadInstruction {}
}
