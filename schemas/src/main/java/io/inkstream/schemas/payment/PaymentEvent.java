package io.inkstream.schemas.payment;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One Stripe event. {@code id} is Stripe's event id.
 *
 * @param event Stripe's event type, such as {@code checkout.session.completed}
 * @param objectId the object it is about (session, charge, refund, dispute)
 * @param conversationKey from our metadata; absent on {@code pay.unmatched.v1}
 * @param amountMinor in the currency's minor unit: the session's total, the charge's refunded sum, the dispute's amount
 * @param currency lower-case ISO code as Stripe writes it
 * @param createdAt Stripe's own time of the event
 * @param raw the event as Stripe sent it
 */
@JsonTypeName("payment.event")
public record PaymentEvent(
        String id,
        Instant occurredAt,
        String event,
        @Nullable String studio,
        @Nullable String conversationKey,
        @Nullable String leadId,
        @Nullable String objectId,
        @Nullable String paymentIntentId,
        @Nullable String paymentStatus,
        @Nullable Long amountMinor,
        @Nullable String currency,
        boolean liveMode,
        @Nullable Instant createdAt,
        String raw)
        implements WireRecord {

    @Override
    public String toString() {
        return "PaymentEvent[" + event + "]";
    }
}
