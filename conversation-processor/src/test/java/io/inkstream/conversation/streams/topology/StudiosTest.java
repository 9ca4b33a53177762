package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.message;
import static io.inkstream.conversation.streams.topology.Studios.ARTIST;
import static io.inkstream.conversation.streams.topology.Studios.SECOND;
import static io.inkstream.conversation.streams.topology.Studios.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each studio decides by its own newest good settings. */
class StudiosTest {
    private final TopologyUnderTest topology =
            TopologyUnderTest.with(SmallRules::decide, Studios.studio(), Studios.second());

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void onePersonInTwoStudios_hasTwoConversations() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).to(SECOND).text("hi"));

        assertThat(topology.decisionsOf(STUDIO + "/" + ANA)).hasSize(1);
        assertThat(topology.decisionsOf(SECOND + "/" + ANA)).hasSize(1);
        assertThat(topology.messages())
                .extracting("phoneNumberId")
                .containsExactly("phone-id-of-studio", "phone-id-of-second");
    }

    @Test
    void settings_whenPublishedAnew_decideTheNextInput() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));
        topology.publishes(Studios.settings(STUDIO, 2, ARTIST));
        topology.receives(message("wamid.2").from(ANA).text("hi"));

        assertThat(topology.decisions(ANA))
                .extracting(DecisionRecord::settingsVersion)
                .containsExactly(1L, 2L);
    }

    @Test
    void settings_whenBad_keepTheLastGoodOnes_andRaiseAnAlert() {
        topology.receives(
                Topics.STUDIO_CONFIG, STUDIO, "{\"type\":\"studio.config\"}".getBytes(StandardCharsets.UTF_8));
        topology.advance(Duration.ofSeconds(1));
        topology.receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
        assertThat(topology.decisions(ANA).getFirst().settingsVersion()).isEqualTo(1);
        assertThat(topology.values(Topics.SYSTEM_EVENTS))
                .extracting(SystemEvent::name)
                .containsExactly("settings.refused");
    }

    @Test
    void message_toAStudioWithoutSettings_isADeadLetter() {
        topology.receives(message("wamid.1").from(ANA).to("unheard-of").text("hi"));

        assertThat(topology.values(Topics.PROCESSOR_DLT)).extracting("reason").containsExactly("no-settings");
        topology.sends().andNothingElse();
    }
}
