package io.inkstream.conversation;

import io.inkstream.schemas.outbound.OutboundMessage;

/**
 * A message of ours that may go out as a template which only invites a reply. Kept until its outcome is known; if the
 * template went out, the message itself follows on the client's next word.
 *
 * @param owed the template went out, the message is still to be said
 */
record Withheld(String commandId, String copyKey, OutboundMessage message, boolean owed) {
    Withheld asOwed() {
        return new Withheld(commandId, copyKey, message, true);
    }
}
