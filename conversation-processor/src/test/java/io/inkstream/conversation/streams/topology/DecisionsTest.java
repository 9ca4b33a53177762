package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.BEN;
import static io.inkstream.conversation.streams.topology.Incoming.command;
import static io.inkstream.conversation.streams.topology.Incoming.message;
import static io.inkstream.conversation.streams.topology.Incoming.payment;
import static io.inkstream.conversation.streams.topology.Incoming.receipt;
import static io.inkstream.conversation.streams.topology.Studios.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.InputRef;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written for an input: one record on the decision log, whatever becomes of it, and where each output came from. */
class DecisionsTest {
    private final TopologyUnderTest topology =
            TopologyUnderTest.with(SmallRules::decide, Studios.studio(), Studios.second());

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void message_isDecidedAndAnswered() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
        var decision = topology.decisions(ANA).getFirst();
        assertThat(decision.seq()).isEqualTo(1);
        assertThat(decision.inputRef()).isEqualTo(new InputRef("wa.inbound.v1", 0, 0));
        assertThat(decision.settingsVersion()).isEqualTo(1);
        assertThat(decision.correlationId()).isEqualTo("correlation-of-wamid.1");
        assertThat(decision.events()).containsExactly(new LeadEvent.NoteStored("hi"));
        assertThat(decision.why()).extracting("rule").containsExactly("small.heard");
    }

    @Test
    void everyKindOfInput_isReadByTheSameWriter_andLeavesOneRecord() {
        topology.receives(message("wamid.1").from(ANA).text("quiet"))
                .receives(receipt("command-1", ANA, SendReceipt.Outcome.SENT))
                .receives(payment("evt_1", ANA))
                .receives(command("command-2", ANA, "lead-1", 1, new LeadAction.Reject(null)));

        assertThat(topology.decisions(ANA)).extracting(DecisionRecord::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(topology.decisions(ANA))
                .extracting(DecisionRecord::input)
                .hasExactlyElementsOfTypes(
                        Input.ClientMessage.class, Input.SendOutcome.class, Input.Payment.class, Input.Command.class);
    }

    @Test
    void duplicate_actsOnce_andLeavesARecordThatNamesTheFirst() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));
        topology.receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
        assertThat(topology.decisions(ANA)).hasSize(2);
        assertThat(topology.decisions(ANA).getLast().events())
                .containsExactly(new LeadEvent.DuplicateIgnored(new InputRef("wa.inbound.v1", 0, 0)));
        assertThat(topology.count("inkstream.processor.duplicates")).isEqualTo(1);
    }

    @Test
    void duplicate_afterAWeekOfRetries_isStillKnown() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));
        topology.advance(Duration.ofDays(7));

        topology.receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
    }

    @Test
    void duplicate_whenAnotherPartitionWasQuietForLong_isStillKnown() {
        topology.receives(message("wamid.1").from(ANA).text("quiet"));
        topology.advance(Duration.ofDays(30));
        topology.receives(message("wamid.2").from(ANA).text("quiet"));

        topology.receives(payment("evt_1", ANA)).receives(payment("evt_1", ANA));

        assertThat(topology.decisions(ANA).getLast().events())
                .hasExactlyElementsOfTypes(LeadEvent.DuplicateIgnored.class);
    }

    @Test
    void sameIdOfAnotherKindOrContact_isNoDuplicate() {
        topology.receives(payment("id-1", ANA))
                .receives(command("id-1", ANA, "lead-1", 1, new LeadAction.Close(null)))
                .receives(message("id-1").from(ANA).text("hi"))
                .receives(message("id-1").from(BEN).text("hi"));

        topology.sends("welcome", "welcome").andNothingElse();
        assertThat(topology.count("inkstream.processor.duplicates")).isZero();
    }

    @Test
    void everythingWritten_saysWhereItCameFrom() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));

        for (var topic : List.of(Topics.LEAD_EVENTS, Topics.OUTBOUND, Topics.CONTACTS, Topics.IDENTITY)) {
            var headers = topology.records(topic).getFirst().headers();
            assertThat(header(headers, "correlation-id")).isEqualTo("correlation-of-wamid.1");
            assertThat(header(headers, "causation-id")).isEqualTo("wamid.1");
            assertThat(header(headers, "traceparent")).startsWith("00-4bf9");
            assertThat(header(headers, "schema-version")).isEqualTo("1");
            assertThat(header(headers, "studio")).isEqualTo(STUDIO);
            assertThat(header(headers, "mode")).isEqualTo("live");
        }
        var sent = topology.records(Topics.OUTBOUND).getFirst().headers();
        assertThat(header(sent, "event-type")).isEqualTo("message.send");
    }

    @Test
    void unexpectedPayment_raisesAnAlert() {
        topology.receives(payment("evt_1", ANA));

        assertThat(topology.values(Topics.SYSTEM_EVENTS))
                .extracting(SystemEvent::name)
                .containsExactly("payment.unexpected");
    }

    @Test
    void sameInputs_processedAgain_yieldTheSameIds() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("stop"));
        try (var again = TopologyUnderTest.with(SmallRules::decide, Studios.studio())) {
            again.receives(message("wamid.1").from(ANA).text("hi"))
                    .receives(message("wamid.2").from(ANA).text("stop"));

            for (var topic : List.of(Topics.LEAD_EVENTS, Topics.OUTBOUND, Topics.CONTACTS, Topics.IDENTITY)) {
                assertThat(again.values(topic))
                        .extracting(WireRecord::id)
                        .isEqualTo(topology.values(topic).stream()
                                .map(WireRecord::id)
                                .toList());
            }
        }
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
