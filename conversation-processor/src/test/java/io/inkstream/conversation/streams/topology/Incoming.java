package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.Sender;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadInstruction.LeadCommand;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.payment.PaymentEvent;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a test lets the topology receive: {@code message("wamid.1").from(ANA).text("hi")}. */
public record Incoming(Topic<?> topic, String key, WireRecord value, Map<String, String> headers) {
    public static final Instant T0 = Instant.parse("2026-11-23T10:00:00Z");
    public static final String ANA = "447700900123";
    public static final String BEN = "447700900456";

    public static Message message(String wamid) {
        return new Message(wamid);
    }

    public static Incoming command(String commandId, String phone, String leadId, long version, LeadAction action) {
        var command = new LeadCommand(commandId, T0, Studios.STUDIO, leadId, version, "jonah", "dashboard", action);
        return new Incoming(Topics.LEAD_COMMANDS, Studios.STUDIO + "/" + phone, command, Map.of());
    }

    public static Incoming receipt(String commandId, String phone, SendReceipt.Outcome outcome) {
        var key = Studios.STUDIO + "/" + phone;
        var receipt = new SendReceipt(
                commandId + ":outcome",
                T0,
                Studios.STUDIO,
                Ids.contactId(key),
                commandId,
                null,
                Recipient.Role.CLIENT,
                outcome,
                "wamid.ours",
                null,
                null);
        return new Incoming(Topics.RECEIPTS, key, receipt, Map.of());
    }

    public static Incoming payment(String eventId, String phone) {
        var key = Studios.STUDIO + "/" + phone;
        var payment = new PaymentEvent(
                eventId,
                T0,
                "checkout.session.completed",
                Studios.STUDIO,
                key,
                null,
                "cs_1",
                "pi_1",
                "paid",
                20000L,
                "gbp",
                false,
                T0,
                "{}");
        return new Incoming(Topics.PAYMENTS, key, payment, Map.of());
    }

    /** A WhatsApp message under construction; the defaults are boring. */
    public static final class Message {
        private final String wamid;
        private String studio = Studios.STUDIO;
        private @Nullable String phone = ANA;
        private @Nullable String bsuid;
        private @Nullable String key;
        private @Nullable String conflictingKey;
        private @Nullable String groupId;
        private @Nullable String name = "Ana";
        private Instant occurredAt = T0;
        private @Nullable Instant sentAt = T0;

        private Message(String wamid) {
            this.wamid = wamid;
        }

        public Message from(String newPhone) {
            phone = newPhone;
            return this;
        }

        public Message to(String newStudio) {
            studio = newStudio;
            return this;
        }

        public Message withBsuid(String newBsuid) {
            bsuid = newBsuid;
            return this;
        }

        public Message withoutPhone() {
            phone = null;
            return this;
        }

        public Message routedTo(String conversationKey) {
            key = conversationKey;
            return this;
        }

        public Message conflictingWith(String otherKey) {
            conflictingKey = otherKey;
            return this;
        }

        public Message named(String newName) {
            name = newName;
            return this;
        }

        public Message inGroup(String newGroupId) {
            groupId = newGroupId;
            return this;
        }

        public Message at(Instant time) {
            occurredAt = time;
            sentAt = time;
            return this;
        }

        public Message sentAt(@Nullable Instant time) {
            sentAt = time;
            return this;
        }

        public Incoming text(String body) {
            return content(new MessageContent.Text(body));
        }

        public Incoming content(MessageContent content) {
            var recordKey = key != null ? key : studio + "/" + (phone != null ? phone : bsuid);
            var value = new InboundMessage(
                    wamid,
                    occurredAt,
                    studio,
                    "phone-id-of-" + studio,
                    recordKey,
                    new Sender(phone, phone, bsuid, null, name, null, conflictingKey),
                    sentAt,
                    content,
                    null,
                    null,
                    groupId,
                    "{}");
            return new Incoming(
                    Topics.INBOUND,
                    recordKey,
                    value,
                    Map.of(
                            RecordHeaders.CORRELATION_ID,
                            "correlation-of-" + wamid,
                            RecordHeaders.TRACEPARENT,
                            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        }
    }
}
