package io.inkstream.admin.studios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.config.StudioConfig.RegionTerms;
import io.inkstream.schemas.config.StudioConfig.TourStop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class StudioSeedTest {
    private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z");
    private final SeedFiles files = new SeedFiles(new PathMatchingResourcePatternResolver());

    @Test
    void standaloneSeeds_areTheTwoStudios() {
        var seeds = files.read("classpath:studios/*.yml");

        assertThat(seeds).extracting(StudioSeed::studio).containsExactly("second", "studio");
        var studio = seeds.getLast().at(1, NOW);
        assertThat(studio.phoneNumberId()).isEqualTo("106540352242922");
        assertThat(studio.artist().whatsapp()).isEqualTo("447700900000");
        assertThat(studio.zone()).isEqualTo("Europe/London");
        assertThat(studio.quietHours()).isNull();
        assertThat(studio.regions()).containsEntry("UK", new RegionTerms(40_000, 13_000));
        assertThat(studio.depositTiersMinor()).containsEntry("LARGE", 20_000L);
        assertThat(studio.tourStops())
                .containsExactly(
                        new TourStop(
                                "Manchester", "United Kingdom", LocalDate.of(2026, 12, 20), LocalDate.of(2026, 12, 24)),
                        new TourStop("Berlin", "Germany", LocalDate.of(2027, 1, 19), LocalDate.of(2027, 1, 22)));
        assertThat(studio.versionedKey()).isEqualTo("studio@1");
        var second = seeds.getFirst().at(4, NOW);
        assertThat(second.phoneNumberId()).isEqualTo("213080704485844");
        assertThat(second.artist().whatsapp()).isEqualTo("447700900001");
        assertThat(second.configVersion()).isEqualTo(4);
    }

    @Test
    void fingerprint_followsTheContentOnly(@TempDir Path folder) throws IOException {
        var original = standalone();
        var fingerprint = fingerprint(folder, original);

        assertThat(fingerprint(folder, "# another comment\n" + original)).isEqualTo(fingerprint);
        assertThat(fingerprint(folder, moved(original, "homeCity: London\n"))).isEqualTo(fingerprint);
        assertThat(fingerprint(folder, original.replace("minBudgetMinor: 40000", "minBudgetMinor: 40001")))
                .isNotEqualTo(fingerprint);
    }

    @Test
    void faults_areAllListedAtOnce(@TempDir Path folder) throws IOException {
        var broken = standalone()
                .replace("zone: Europe/London", "zone: Europe/Nowhere")
                .replace("currency: GBP", "currency: POUND")
                .replace("homeCity: London", "homeTown: London")
                .replace("\"447700900000\"", "\"+44 7700\"")
                .replace("startsInDays: 30, days: 5", "startsInDays: soon, days: 0")
                .replace("UK: { minBudgetMinor: 40000", "UK: { minBudgetMinor: lots")
                .replace("qualifyingReminder1: PT12H", "qualifyingReminder1: noon")
                .replace("LARGE: { from: 7.5, to: 10 }", "LARGE: { from: 11, to: 10 }");
        Files.writeString(folder.resolve("studio.yml"), broken);
        Files.writeString(folder.resolve("worse.yml"), "just text");

        assertThatThrownBy(() -> files.read("file:" + folder + "/*.yml"))
                .hasMessageContainingAll(
                        "studio.yml: zone: must be a time zone",
                        "currency: must be a currency",
                        "homeTown: no such setting",
                        "homeCity: missing",
                        "whatsapp: must be a phone number",
                        "tourStops[0]: startsInDays and days",
                        "regions.UK.minBudgetMinor",
                        "timings.qualifyingReminder1",
                        "estimateHours.LARGE: from must not be above to",
                        "worse.yml: the file must be a map");
    }

    @Test
    void twoFilesOfOneStudio_areAFault(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yml"), standalone());
        Files.writeString(folder.resolve("b.yml"), standalone());

        assertThatThrownBy(() -> files.read("file:" + folder + "/*.yml")).hasMessageContaining("has a file already");
    }

    private String fingerprint(Path folder, String content) throws IOException {
        Files.writeString(folder.resolve("one.yml"), content);
        List<StudioSeed> seeds = files.read("file:" + folder + "/one.yml");
        return seeds.getFirst().fingerprint();
    }

    private static String moved(String content, String line) {
        return content.replace(line, "") + "\n" + line;
    }

    private static String standalone() throws IOException {
        try (var seed = StudioSeedTest.class.getResourceAsStream("/studios/studio.yml")) {
            if (seed == null) {
                throw new IOException("the seed is part of the jar");
            }
            return new String(seed.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
