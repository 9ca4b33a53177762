package io.inkstream.schemas.outbound;

import io.inkstream.schemas.identity.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the sender must know about a recipient at send time; applied on arrival, ahead of lane order.
 *
 * @param consent absent: not known here, leave as it is
 * @param lastInboundAt when the recipient last wrote (WhatsApp's time, clamped to the last 7 days); the latest known wins
 */
public record Facts(
        Recipient recipient,
        Contact.@Nullable Consent consent,
        @Nullable Instant lastInboundAt) {}
