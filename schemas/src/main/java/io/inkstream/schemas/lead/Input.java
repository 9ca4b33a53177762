package io.inkstream.schemas.lead;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContext;
import io.inkstream.schemas.inbound.Referral;
import io.inkstream.schemas.outbound.SendReceipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules decide on, normalised and without any phone number or BSUID: everything needed to decide again.
 * {@code inputId} is deterministic; {@code occurredAt} is the business time at which our service made the record.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "input")
@JsonSubTypes({
    @JsonSubTypes.Type(Input.ClientMessage.class),
    @JsonSubTypes.Type(Input.ArtistMessage.class),
    @JsonSubTypes.Type(Input.Command.class),
    @JsonSubTypes.Type(Input.Timer.class),
    @JsonSubTypes.Type(Input.SendOutcome.class),
    @JsonSubTypes.Type(Input.Payment.class)
})
public sealed interface Input {
    String inputId();

    Instant occurredAt();

    /** {@code inputId} is the wamid. {@code sentAt} is Meta's time. {@code group}: written in a group, never answered. */
    @JsonTypeName("client-message")
    record ClientMessage(
            String inputId,
            Instant occurredAt,
            @Nullable Instant sentAt,
            MessageContent content,
            @Nullable MessageContext context,
            @Nullable Referral referral,
            @Nullable String profileName,
            boolean group,
            boolean identityConflict)
            implements Input {
        @Override
        public String toString() {
            return "ClientMessage[" + content.getClass().getSimpleName() + "]";
        }
    }

    /** The artist wrote to the business number. */
    @JsonTypeName("artist-message")
    record ArtistMessage(
            String inputId,
            Instant occurredAt,
            @Nullable Instant sentAt,
            MessageContent content,
            @Nullable MessageContext context)
            implements Input {
        @Override
        public String toString() {
            return "ArtistMessage[" + content.getClass().getSimpleName() + "]";
        }
    }

    /** A person's command; {@code inputId} is the commandId. */
    @JsonTypeName("command")
    record Command(
            String inputId,
            Instant occurredAt,
            String leadId,
            @Nullable Long expectedVersion,
            String actor,
            String door,
            LeadAction action)
            implements Input {}

    @JsonTypeName("timer")
    record Timer(String inputId, Instant occurredAt, String timerId, long generation, Instant dueAt) implements Input {}

    /** What became of a message of ours; {@code inputId} is {@code <commandId>:outcome}. */
    @JsonTypeName("send-outcome")
    record SendOutcome(
            String inputId,
            Instant occurredAt,
            String commandId,
            SendReceipt.Outcome outcome,
            @Nullable String wamid,
            @Nullable String reason)
            implements Input {}

    /** A provider's payment event; {@code inputId} is its event id. Amounts in minor units. */
    @JsonTypeName("payment")
    record Payment(
            String inputId,
            Instant occurredAt,
            String event,
            @Nullable String leadId,
            @Nullable String objectId,
            @Nullable String paymentIntentId,
            @Nullable String paymentStatus,
            @Nullable Long amountMinor,
            @Nullable String currency,
            boolean liveMode)
            implements Input {}
}
