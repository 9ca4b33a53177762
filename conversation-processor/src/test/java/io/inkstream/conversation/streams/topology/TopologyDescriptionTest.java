package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topic.Service;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/**
 * The topology, compared with a checked-in file: a renamed node, store or topic leaves state behind, so a change of this
 * file is a change of the running system and needs a word in the release notes.
 */
class TopologyDescriptionTest {
    private static final String GOLDEN = "/topology.txt";

    @Test
    void description_isTheCheckedInOne() throws IOException {
        var topology = topology();

        try (var golden = TopologyDescriptionTest.class.getResourceAsStream(GOLDEN)) {
            var expected = golden == null ? "no " + GOLDEN : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(lines(topology.describe().toString())).isEqualTo(lines(expected));
        }
    }

    @Test
    void description_readsAndWritesWhatTheCatalogueSaysOfTheProcessor() {
        var description = topology().describe();
        var sources = Stream.concat(
                description.globalStores().stream().map(TopologyDescription.GlobalStore::source),
                nodes(description, TopologyDescription.Source.class));

        assertThat(sources.flatMap(source -> source.topicSet().stream()))
                .containsExactlyInAnyOrderElementsOf(names(Topic::readers));
        assertThat(nodes(description, TopologyDescription.Sink.class).map(TopologyDescription.Sink::topic))
                .containsExactlyInAnyOrderElementsOf(names(Topic::writers));
    }

    private static Topology topology() {
        return new ConversationTopology(
                        new TopologySettings(true, 100, Duration.ZERO, Duration.ofMillis(20)),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry())
                .build();
    }

    private static <N extends TopologyDescription.Node> Stream<N> nodes(
            TopologyDescription description, Class<N> kind) {
        return description.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static List<String> names(Function<Topic<?>, List<Service>> side) {
        return Topics.ALL.stream()
                .filter(topic -> side.apply(topic).contains(Service.PROCESSOR))
                .map(Topic::name)
                .toList();
    }

    private static List<String> lines(String text) {
        return text.strip().lines().map(String::strip).toList();
    }
}
