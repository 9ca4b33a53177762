package io.inkstream.outbound.ledger;

import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;

/**
 * A lane, and what decides whether it may be served now.
 *
 * @param patient what waits in it is a reminder, as far as known: others go first
 */
public record LaneRef(String lane, String studio, String phoneNumberId, String address, boolean patient) {

    /** The lane of a command. */
    public static LaneRef of(SendMessage command) {
        return new LaneRef(
                command.lane(),
                command.studio(),
                command.phoneNumberId(),
                command.facts().recipient().address(),
                command.messageClass() == MessageClass.REMINDER);
    }

    @Override
    public String toString() {
        return "LaneRef[" + lane + "]";
    }
}
