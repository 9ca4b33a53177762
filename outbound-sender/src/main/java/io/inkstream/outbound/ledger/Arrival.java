package io.inkstream.outbound.ledger;

import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;

/**
 * A command as it stood on its topic.
 *
 * @param conversationKey the record's key; receipts go back under it
 * @param payload the record's value, kept as it came
 */
public record Arrival(SendMessage command, String conversationKey, String payload, int partition, long offset) {
    @Override
    public String toString() {
        return "Arrival[" + command.id() + "]";
    }
}
