package io.inkstream.conversation;

import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.outbound.Template;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message that was decided on. The shell adds the address, the lane and its number.
 *
 * @param commandId deterministic, from the input's id
 * @param copyKey which text it is ({@code spec §7}); stays that of the message that was meant when a template stands in
 * @param locale BCP 47 tag of the text
 */
public record OutgoingMessage(
        String commandId,
        @Nullable String leadId,
        Recipient.Role to,
        String copyKey,
        String locale,
        MessageClass messageClass,
        OutboundMessage message,
        @Nullable Template template,
        @Nullable Instant notAfter,
        boolean allowAfterOptOut) {}
