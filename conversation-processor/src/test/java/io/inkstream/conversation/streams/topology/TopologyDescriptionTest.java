package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The topology, compared with a checked-in file: a renamed node, store or topic leaves state behind, so a change of this
 * file is a change of the running system and needs a word in the release notes.
 */
class TopologyDescriptionTest {
    private static final String GOLDEN = "/topology.txt";

    @Test
    void description_isTheCheckedInOne() throws IOException {
        var topology = new ConversationTopology(
                        new TopologySettings(true, 100, Duration.ZERO, Duration.ofMillis(20)),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry())
                .build();

        try (var golden = TopologyDescriptionTest.class.getResourceAsStream(GOLDEN)) {
            var expected = golden == null ? "no " + GOLDEN : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(lines(topology.describe().toString())).isEqualTo(lines(expected));
        }
    }

    private static List<String> lines(String text) {
        return text.strip().lines().map(String::strip).toList();
    }
}
