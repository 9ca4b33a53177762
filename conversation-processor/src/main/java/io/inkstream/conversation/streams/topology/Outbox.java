package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.OutgoingMessage;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.outbound.Facts;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns what is to be said into records for the sender: adds address, facts, lane and the lane's next number. */
final class Outbox {
    private final ConversationKey key;
    private final ConversationRecord conversation;
    private final Consent consent;
    private final StudioConfig settings;
    private final Trace trace;
    private final Instant at;
    private final Map<Role, Long> laneSeq = new EnumMap<>(Role.class);
    private final List<Output> records = new ArrayList<>();

    /** @param consent the client's, after the decision */
    Outbox(
            ConversationKey key,
            ConversationRecord conversation,
            Consent consent,
            StudioConfig settings,
            Trace trace,
            Instant at) {
        this.key = key;
        this.conversation = conversation;
        this.consent = consent;
        this.settings = settings;
        this.trace = trace;
        this.at = at;
        laneSeq.putAll(conversation.laneSeq());
    }

    void send(OutgoingMessage message) {
        var seq = laneSeq.merge(message.to(), 1L, Long::sum);
        records.add(Output.of(
                Topics.OUTBOUND,
                key.text(),
                new OutboundCommand.SendMessage(
                        message.commandId(),
                        at,
                        key.studio(),
                        settings.phoneNumberId(),
                        contactId(),
                        message.leadId(),
                        contactId() + "|" + message.to(),
                        seq,
                        facts(message.to()),
                        message.copyKey(),
                        message.locale(),
                        message.messageClass(),
                        message.message(),
                        message.template(),
                        message.notAfter(),
                        message.allowAfterOptOut(),
                        trace.correlationId())));
    }

    /** Tells the sender what it must know about the person, without a message. */
    void tellFacts(Role role) {
        records.add(Output.of(
                Topics.OUTBOUND,
                key.text(),
                new OutboundCommand.FactsOnly(
                        Ids.derived(trace.causationId(), "facts|" + role, 0),
                        at,
                        key.studio(),
                        contactId(),
                        facts(role))));
    }

    List<Output> records() {
        return records;
    }

    Map<Role, Long> laneSeq() {
        return laneSeq;
    }

    private Facts facts(Role role) {
        var identity = conversation.identity();
        return switch (role) {
            case CLIENT ->
                new Facts(
                        new Recipient(role, identity.phone(), identity.bsuid()), consent, conversation.lastInboundAt());
            // The artist's window is known only in the artist's own conversation; the sender keeps the newest per
            // address.
            case ARTIST ->
                identity.artist()
                        ? new Facts(
                                new Recipient(role, identity.phone(), identity.bsuid()),
                                null,
                                conversation.lastInboundAt())
                        : new Facts(new Recipient(role, settings.artist().whatsapp(), null), null, null);
        };
    }

    private String contactId() {
        return conversation.state().contactId();
    }
}
