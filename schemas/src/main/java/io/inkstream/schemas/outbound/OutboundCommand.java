package io.inkstream.schemas.outbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands on {@code wa.outbound.v1}. Every record carries facts; a facts-only record asks for no message. */
public sealed interface OutboundCommand extends WireRecord {
    String studio();

    String contactId();

    Facts facts();

    /**
     * One message to one person. {@code id} is the commandId.
     *
     * @param phoneNumberId the studio's WhatsApp number to send from
     * @param lane {@code <contactId>|CLIENT} or {@code <contactId>|ARTIST}: messages of one lane leave in order
     * @param laneSeq dense per lane, from 1
     * @param locale of the text, such as en-GB
     * @param template what to send outside the window; absent: then the message is UNSENDABLE there
     * @param notAfter a reminder's end of usefulness
     * @param allowAfterOptOut the confirmation of a STOP itself
     */
    @JsonTypeName("message.send")
    record SendMessage(
            String id,
            Instant occurredAt,
            String studio,
            String phoneNumberId,
            String contactId,
            @Nullable String leadId,
            String lane,
            long laneSeq,
            Facts facts,
            String copyKey,
            String locale,
            MessageClass messageClass,
            OutboundMessage message,
            @Nullable Template template,
            @Nullable Instant notAfter,
            boolean allowAfterOptOut,
            @Nullable String correlationId)
            implements OutboundCommand {
        @Override
        public String toString() {
            return "SendMessage[" + id + " " + copyKey + "]";
        }
    }

    /** Consent changed, or a message came in that yields no reply. */
    @JsonTypeName("recipient.facts")
    record FactsOnly(String id, Instant occurredAt, String studio, String contactId, Facts facts)
            implements OutboundCommand {}

    /** Decides about resending when it is unknown whether WhatsApp accepted a message, and about priority. */
    enum MessageClass {
        CONVERSATIONAL,
        REMINDER,
        NOTICE,
        PAYMENT
    }
}
