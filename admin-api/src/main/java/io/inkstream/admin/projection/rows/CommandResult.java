package io.inkstream.admin.projection.rows;

import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import org.jspecify.annotations.Nullable;

/** What became of a person's command. FAILED: deciding itself broke, the command is among the dead letters. */
record CommandResult(
        String commandId,
        Outcome outcome,
        @Nullable String action,
        @Nullable String actor,
        @Nullable String reason,
        @Nullable String detail) {

    enum Outcome {
        ACCEPTED,
        REJECTED,
        FAILED
    }

    /** The result that an event tells, if it tells one. */
    static @Nullable CommandResult of(LeadEvent event, @Nullable Input input) {
        if (event instanceof LeadEvent.CommandAccepted accepted) {
            return new CommandResult(
                    accepted.commandId(), Outcome.ACCEPTED, accepted.action(), accepted.actor(), null, null);
        }
        if (event instanceof LeadEvent.CommandRejected rejected) {
            return new CommandResult(
                    rejected.commandId(),
                    Outcome.REJECTED,
                    rejected.action(),
                    rejected.actor(),
                    rejected.reason().name(),
                    rejected.detail());
        }
        if (event instanceof LeadEvent.InputRejected failed && input instanceof Input.Command command) {
            return new CommandResult(
                    command.inputId(), Outcome.FAILED, null, command.actor(), "UNDECIDABLE", failed.error());
        }
        return null;
    }
}
