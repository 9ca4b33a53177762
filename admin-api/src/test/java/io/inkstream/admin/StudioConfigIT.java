package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TopicReader.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings reach the log once per change, under both keys. */
class StudioConfigIT {
    private final String slug = "s" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void seed_isPublishedOncePerChange_underBothKeys(@TempDir Path folder) throws IOException {
        var file = folder.resolve("one.yml");
        Files.writeString(file, seed());

        start(folder);
        start(folder); // nothing changed
        var first = published();
        Files.writeString(file, "# only a comment\n" + seed());
        start(folder);
        assertThat(published()).hasSameSizeAs(first);
        Files.writeString(file, seed().replace("budgetFloorMinor: 5000", "budgetFloorMinor: 6000"));
        start(folder);

        assertThat(first).extracting(Entry::key).containsExactly(slug + "@1", slug);
        assertThat(published()).extracting(Entry::key).containsExactly(slug + "@1", slug, slug + "@2", slug);
        assertThat(published().getLast().required().configVersion()).isEqualTo(2);
        assertThat(published().getLast().required().budgetFloorMinor()).isEqualTo(6000);
        assertThat(published().getLast().header("event-type")).isEqualTo("studio.config");
    }

    @Test
    void seedWithFaults_stopsTheStart(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.yml"), seed().replace("zone: Europe/London", "zone: Nowhere"));

        assertThatThrownBy(() -> start(folder)).rootCause().hasMessageContaining("one.yml: zone");
        assertThat(published()).isEmpty();
    }

    private void start(Path folder) {
        RunningAdmin.start(Map.of("inkstream.admin.studios.location", "file:" + folder + "/*.yml"))
                .close();
    }

    private List<Entry<StudioConfig>> published() {
        try (var reader = TestKafka.read(Topics.STUDIO_CONFIG)) {
            return reader.all().stream()
                    .filter(entry -> entry.key().startsWith(slug))
                    .toList();
        }
    }

    private String seed() throws IOException {
        try (InputStream seed = Objects.requireNonNull(getClass().getResourceAsStream("/studios/studio.yml"))) {
            return new String(seed.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("studio: studio ", "studio: " + slug + " ")
                    .replace("106540352242922", "1065403522")
                    .replace("447700900000", "447700900999");
        }
    }
}
