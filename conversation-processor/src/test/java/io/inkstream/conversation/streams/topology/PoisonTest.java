package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.BEN;
import static io.inkstream.conversation.streams.topology.Incoming.message;
import static io.inkstream.conversation.streams.topology.Studios.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An input that cannot be decided becomes a dead letter, leaves everything as it was, and stops nothing. */
class PoisonTest {
    private final TopologyUnderTest topology =
            TopologyUnderTest.with(SmallRules::decide, Studios.studio(), Studios.second());

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void poison_isADeadLetter_andThePartitionGoesOn() {
        topology.receives(Topics.INBOUND, STUDIO + "/" + ANA, "not json".getBytes(StandardCharsets.UTF_8))
                .receives(Topics.INBOUND, STUDIO + "/" + ANA, new byte[] {(byte) 0xff, 0})
                .receives(Topics.INBOUND, null, "{}".getBytes(StandardCharsets.UTF_8))
                .receives(Topics.INBOUND, STUDIO + "/" + ANA, null)
                .receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
        assertThat(topology.values(Topics.PROCESSOR_DLT))
                .extracting("reason")
                .containsExactly("unreadable", "unreadable", "misrouted", "unreadable");
        assertThat(topology.values(Topics.PROCESSOR_DLT).getFirst().payload()).isEqualTo("not json");
        assertThat(topology.values(Topics.PROCESSOR_DLT).get(1).base64()).isTrue();
        assertThat(topology.count("inkstream.processor.dead.letters")).isEqualTo(4);
    }

    @Test
    void unknownType_isADeadLetter_andARecordWhereTheContactIsKnown() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));
        topology.receives(
                Topics.LEAD_COMMANDS,
                STUDIO + "/" + ANA,
                "{\"type\":\"from.the.future\",\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(topology.values(Topics.PROCESSOR_DLT)).extracting("reason").containsExactly("unreadable");
        var record = topology.decisions(ANA).getLast();
        assertThat(record.seq()).isEqualTo(2);
        assertThat(record.events()).containsExactly(new LeadEvent.InputRejected("unreadable"));
    }

    @Test
    void rulesThatThrow_leaveTheStateAsItWas_andQuoteNothing() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("boom"))
                .receives(message("wamid.3").from(ANA).text("hi"));

        topology.sends("welcome", "welcome").andNothingElse();
        assertThat(topology.decisions(ANA)).extracting(DecisionRecord::seq).containsExactly(1L, 2L, 3L);
        var letter = topology.values(Topics.PROCESSOR_DLT).getFirst();
        assertThat(letter.reason()).isEqualTo("failed");
        assertThat(letter.detail())
                .startsWith("IllegalStateException at SmallRules.java")
                .doesNotContain("boom");
    }

    @Test
    void rejectedInput_whenItComesAgain_isTriedAgain() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("boom"))
                .receives(message("wamid.2").from(ANA).text("hi"));

        topology.sends("welcome", "welcome").andNothingElse();
    }

    @Test
    void outputTooLargeForKafka_isADeadLetter_beforeAnythingIsPut() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("flood"))
                .receives(message("wamid.3").from(ANA).text("hi"));

        topology.sends("welcome", "welcome").andNothingElse();
        assertThat(topology.values(Topics.PROCESSOR_DLT)).extracting("reason").containsExactly("too-large");
        assertThat(topology.messages()).extracting("laneSeq").containsExactly(1L, 2L);
    }

    @Test
    void recordUnderAnotherKey_isADeadLetter() {
        var toBen = message("wamid.1").from(BEN).text("hi");

        topology.receives(new Incoming(Topics.INBOUND, STUDIO + "/" + ANA, toBen.value(), toBen.headers()));

        assertThat(topology.values(Topics.PROCESSOR_DLT)).extracting("reason").containsExactly("misrouted");
    }
}
