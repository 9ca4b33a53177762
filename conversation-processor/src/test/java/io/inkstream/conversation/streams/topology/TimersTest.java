package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.BEN;
import static io.inkstream.conversation.streams.topology.Incoming.T0;
import static io.inkstream.conversation.streams.topology.Incoming.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.Input;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A timer is put on the log once when it is due, unless it was set anew. */
class TimersTest {
    private final TopologyUnderTest topology =
            TopologyUnderTest.with(SmallRules::decide, Studios.studio(), Studios.second());

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void timer_whenDue_isAnInputOfItsOwn_once() {
        topology.receives(message("wamid.1").from(ANA).text("remind"));
        topology.advance(Duration.ofMinutes(59)).sends().andNothingElse();

        topology.advance(Duration.ofMinutes(2));

        topology.sends("reminder.qualifying.1").andNothingElse();
        topology.advance(Duration.ofDays(3)).sends().andNothingElse();
        assertThat(topology.decisions(ANA).getLast().input()).isInstanceOf(Input.Timer.class);
        assertThat(topology.decisions(ANA).getLast().inputRef().topic()).isEqualTo("lead.commands.v1");
    }

    @Test
    void timer_whenSetAnew_firesOnlyForTheLastSetting() {
        topology.receives(message("wamid.1").from(ANA).text("remind"));
        topology.advance(Duration.ofMinutes(30));
        topology.receives(message("wamid.2").from(ANA).at(topology.now()).text("remind"));

        topology.advance(Duration.ofMinutes(31)).sends().andNothingElse();
        topology.advance(Duration.ofMinutes(30)).sends("reminder.qualifying.1").andNothingElse();
        assertThat(topology.count("inkstream.processor.timers.superseded")).isEqualTo(1);
    }

    @Test
    void timer_withAnEarlierDueTimeThanOnesThatFired_isFoundAllTheSame() {
        topology.receives(message("wamid.1").from(ANA).text("remind"));
        topology.advance(Duration.ofHours(2)).sends("reminder.qualifying.1");

        topology.receives(message("wamid.2").from(BEN).at(T0).text("remind-soon"));
        topology.advance(Duration.ofSeconds(1));

        topology.sends("reminder.qualifying.1").andNothingElse();
    }

    @Test
    void timers_thatFired_areNeverReadAgain() {
        for (var i = 0; i < 1200; i++) {
            topology.receives(
                    message("wamid." + i).from("4477" + (10_000_000 + i)).text("remind"));
        }
        topology.advance(Duration.ofHours(2));
        assertThat(topology.count("inkstream.processor.timers.fired")).isBetween(1.0, 500.0);
        for (var second = 0; second < 1200 && topology.count("inkstream.processor.timers.fired") < 1200; second++) {
            topology.advance(Duration.ofSeconds(1));
        }
        assertThat(topology.count("inkstream.processor.timers.fired")).isEqualTo(1200);

        topology.advance(Duration.ofSeconds(30));

        assertThat(topology.count("inkstream.processor.timers.read")).isEqualTo(1200);
    }
}
