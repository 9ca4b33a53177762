package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Conversation;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Clients who talk to the real rules through the topology; every step takes half a minute. */
final class Consultation implements AutoCloseable {
    /** The plain consultation, from the first word to the last answer. */
    static final List<String> PLAIN = List.of(
            "hi",
            "A fine line dragon curling round my arm",
            "left forearm",
            "10x15cm",
            "fine line",
            "2",
            "no",
            "no",
            "£500",
            "London",
            "@jane_1990",
            "flexible");

    final TopologyUnderTest topology = TopologyUnderTest.with(Conversation::decide, Studios.studio());
    private int inputs;

    Consultation says(String phone, String... texts) {
        for (var text : texts) {
            sends(phone, new MessageContent.Text(text));
        }
        return this;
    }

    Consultation sends(String phone, MessageContent content) {
        topology.advance(Duration.ofSeconds(30));
        topology.receives(Incoming.message("wamid." + ++inputs)
                .from(phone)
                .at(topology.now())
                .content(content));
        return this;
    }

    /** The newest message comes once more, as Meta sends it when our answer was lost. */
    Consultation saysAgain(String phone, String text) {
        topology.receives(Incoming.message("wamid." + inputs)
                .from(phone)
                .at(topology.now())
                .text(text));
        return this;
    }

    Consultation commands(String phone, LeadAction action) {
        return commands(phone, action, lead(phone).version());
    }

    Consultation commands(String phone, LeadAction action, long expectedVersion) {
        topology.receives(
                Incoming.command("command-" + ++inputs, phone, lead(phone).leadId(), expectedVersion, action));
        return this;
    }

    /** What became of the newest message to this client. */
    Consultation lastMessageWas(String phone, Outcome outcome) {
        var newest = topology.messages().stream()
                .filter(message -> phone.equals(message.facts().recipient().phone()))
                .toList()
                .getLast();
        topology.receives(Incoming.receipt(newest.id(), phone, outcome));
        return this;
    }

    Consultation pays(String phone) {
        topology.receives(Incoming.payment("evt_" + ++inputs, phone));
        return this;
    }

    Consultation poison(String phone) {
        topology.receives(Topics.INBOUND, Studios.STUDIO + "/" + phone, "no json".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Consultation after(Duration time) {
        topology.advance(time);
        return this;
    }

    LeadSnapshot lead(String phone) {
        return Objects.requireNonNull(newest(phone).lead());
    }

    DecisionRecord newest(String phone) {
        return topology.decisions(phone).getLast();
    }

    /** How many messages this person has been sent. */
    long messagesTo(String phone) {
        return topology.messages().stream()
                .filter(message -> phone.equals(message.facts().recipient().phone()))
                .count();
    }

    @Override
    public void close() {
        topology.close();
    }
}
