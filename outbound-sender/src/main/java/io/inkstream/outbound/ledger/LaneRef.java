package io.inkstream.outbound.ledger;

import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;

/** A lane, and what decides whether it may be served now. */
public record LaneRef(String lane, String studio, String phoneNumberId, String address) {

    /** The lane of a command. */
    public static LaneRef of(SendMessage command) {
        return new LaneRef(
                command.lane(),
                command.studio(),
                command.phoneNumberId(),
                command.facts().recipient().address());
    }

    @Override
    public String toString() {
        return "LaneRef[" + lane + "]";
    }
}
