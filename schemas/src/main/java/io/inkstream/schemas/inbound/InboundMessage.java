package io.inkstream.schemas.inbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One WhatsApp message as it reached us. {@code id} is the wamid, which Meta repeats on every retry.
 *
 * @param key the conversation key, {@code <studio>/<phone or BSUID>}, as the identity table gave it
 * @param sentAt Meta's own timestamp, seconds; absent when it was not a sensible number
 * @param context the quoted message, if any
 * @param groupId present for a message in a group, which we never answer
 * @param raw the {@code messages[]} element as Meta sent it, for audit and later readers
 */
@JsonTypeName("wa.message")
public record InboundMessage(
        String id,
        Instant occurredAt,
        String studio,
        String phoneNumberId,
        String key,
        Sender sender,
        @Nullable Instant sentAt,
        MessageContent content,
        @Nullable MessageContext context,
        @Nullable Referral referral,
        @Nullable String groupId,
        String raw)
        implements WireRecord {

    @Override
    public String toString() {
        return "InboundMessage[" + content.getClass().getSimpleName() + "]"; // personal data stays out of logs
    }
}
