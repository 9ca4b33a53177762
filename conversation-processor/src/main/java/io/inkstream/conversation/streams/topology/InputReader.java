package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.streams.topology.RejectedInput.Reason;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadInstruction;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.payment.PaymentEvent;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads any conversation input, and normalises it for the rules: no phone number or BSUID gets past here. */
final class InputReader {
    /** What a conversation listens to. */
    static final List<Topic<? extends WireRecord>> TOPICS =
            List.of(Topics.INBOUND, Topics.RECEIPTS, Topics.PAYMENTS, Topics.LEAD_COMMANDS);

    private static final Map<String, Topic<? extends WireRecord>> BY_NAME =
            TOPICS.stream().collect(Collectors.toMap(Topic::name, Function.identity()));

    private InputReader() {}

    /** Parses and checks that the content belongs under this key; the input's id is the record's id on every topic. */
    static WireRecord read(String topicName, ConversationKey key, byte @Nullable [] value) {
        if (value == null) {
            throw new RejectedInput(Reason.UNREADABLE, "a tombstone on an input topic");
        }
        var topic = BY_NAME.get(topicName);
        if (topic == null) {
            throw new IllegalStateException("not an input topic: " + topicName);
        }
        var record = topic.read(value);
        if (!belongsTo(key, record)) {
            throw new RejectedInput(Reason.MISROUTED, "the record's key and content name different conversations");
        }
        if (record.id().isBlank()) {
            throw new RejectedInput(Reason.UNREADABLE, "the record has no id, so a copy could not be told from it");
        }
        return record;
    }

    private static boolean belongsTo(ConversationKey key, WireRecord record) {
        return switch (record) {
            case InboundMessage message ->
                key.text().equals(message.key()) && key.studio().equals(message.studio());
            case SendReceipt receipt ->
                key.studio().equals(receipt.studio()) && key.contactId().equals(receipt.contactId());
            case PaymentEvent payment ->
                payment.conversationKey() == null || key.text().equals(payment.conversationKey());
            case LeadInstruction.LeadCommand command -> key.studio().equals(command.studio());
            case LeadInstruction.TimerFired timer -> key.studio().equals(timer.studio());
            default -> throw new RejectedInput(Reason.UNREADABLE, "a type that no conversation reads");
        };
    }

    /** What the rules decide on. {@code fromArtist}: the conversation is the artist's own. */
    static Input normalise(WireRecord record, boolean fromArtist) {
        return switch (record) {
            case InboundMessage message
            when fromArtist ->
                new Input.ArtistMessage(
                        message.id(),
                        message.occurredAt(),
                        message.sentAt(),
                        withoutIdentifiers(message.content()),
                        message.context());
            case InboundMessage message ->
                new Input.ClientMessage(
                        message.id(),
                        message.occurredAt(),
                        message.sentAt(),
                        withoutIdentifiers(message.content()),
                        message.context(),
                        message.referral(),
                        message.sender().profileName(),
                        message.groupId() != null,
                        message.sender().conflictingKey() != null);
            case SendReceipt receipt ->
                new Input.SendOutcome(
                        receipt.id(),
                        receipt.occurredAt(),
                        receipt.commandId(),
                        receipt.outcome(),
                        receipt.wamid(),
                        receipt.reason());
            case PaymentEvent payment ->
                new Input.Payment(
                        payment.id(),
                        payment.occurredAt(),
                        payment.event(),
                        payment.leadId(),
                        payment.objectId(),
                        payment.paymentIntentId(),
                        payment.paymentStatus(),
                        payment.amountMinor(),
                        payment.currency(),
                        payment.liveMode());
            case LeadInstruction.LeadCommand command ->
                new Input.Command(
                        command.id(),
                        command.occurredAt(),
                        command.leadId(),
                        command.expectedVersion(),
                        command.actor(),
                        command.door(),
                        command.action());
            case LeadInstruction.TimerFired timer ->
                new Input.Timer(timer.id(), timer.occurredAt(), timer.timerId(), timer.generation(), timer.dueAt());
            default -> throw new RejectedInput(Reason.UNREADABLE, "a type that no conversation reads");
        };
    }

    /** The identifiers in here are for {@link Identity}; the decision log must not hold them. */
    private static MessageContent withoutIdentifiers(MessageContent content) {
        return switch (content) {
            case MessageContent.ContactCards cards -> new MessageContent.ContactCards(cards.count(), null);
            case MessageContent.SystemNotice notice -> new MessageContent.SystemNotice(notice.change(), null, null);
            case MessageContent.Text text -> text;
            case MessageContent.Media media -> media;
            case MessageContent.Tap tap -> tap;
            case MessageContent.FlowReply flow -> flow;
            case MessageContent.Location location -> location;
            case MessageContent.Reaction reaction -> reaction;
            case MessageContent.Order order -> order;
            case MessageContent.Edited edited -> edited;
            case MessageContent.Revoked revoked -> revoked;
            case MessageContent.Unsupported unsupported -> unsupported;
        };
    }
}
