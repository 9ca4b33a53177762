package io.inkstream.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.json.WireTypes;
import io.inkstream.schemas.topics.Topic.KeyedBy;
import io.inkstream.schemas.topics.Topic.PartitionGroup;
import io.inkstream.schemas.topics.Topic.Service;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    static List<Topic<?>> all() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void read_acceptsExactlyTheTypesOfItsTopic(Topic<?> topic) throws IOException {
        for (var golden : oneOfEachType()) {
            var bytes = Files.readAllBytes(golden);
            var written = Json.read(bytes, WireRecord.class);

            if (topic.valueType().isInstance(written)) {
                assertThat(topic.read(bytes)).isEqualTo(written);
                assertThat(topic.deserializer().deserialize(topic.name(), bytes))
                        .isEqualTo(written);
            } else {
                assertThatThrownBy(() -> topic.read(bytes))
                        .as("%s on %s", golden, topic.name())
                        .isInstanceOf(UnreadableRecord.class);
            }
        }
    }

    @Test
    void all_namesEveryTopicOnce() throws IllegalAccessException {
        var constants = new ArrayList<Object>();
        for (var field : Topics.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Topic.class) {
                constants.add(Objects.requireNonNull(field.get(null)));
            }
        }

        assertThat(Topics.ALL)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(constants.stream()
                        .map(Topic.class::cast)
                        .<Topic<?>>map(topic -> topic)
                        .toList());
        assertThat(Topics.ALL).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void topic_isNamedKeyedAndDescribedByTheRules(Topic<?> topic) {
        assertThat(topic.name()).matches("[a-z]+(\\.[a-z0-9]+)*\\.v\\d+");
        assertThat(topic.purpose()).endsWith(".");
        assertThat(topic.writers()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(topic.readers()).doesNotHaveDuplicates();
        if (topic.keyedBy() == KeyedBy.CONVERSATION) {
            assertThat(topic.group()).as("one conversation, one task").isEqualTo(PartitionGroup.CONVERSATION);
        }
    }

    @Test
    void inputsOfTheConversation_takeTheBrokersTime_soThatNoWriterCanMoveStreamTime() {
        assertThat(Topics.ALL)
                .filteredOn(topic ->
                        topic.readers().contains(Service.PROCESSOR) && topic.group() == PartitionGroup.CONVERSATION)
                .isNotEmpty()
                .allMatch(Topic::appendTime);
    }

    private static List<Path> oneOfEachType() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/golden"))) {
            var files = folders.map(folder -> {
                        try (var goldens = Files.list(folder)) {
                            return goldens.findFirst().orElseThrow();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
            assertThat(files).hasSizeGreaterThanOrEqualTo(WireTypes.LIST.size());
            return files;
        }
    }
}
