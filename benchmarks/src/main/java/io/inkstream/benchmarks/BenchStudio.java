package io.inkstream.benchmarks;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.config.StudioConfig.Artist;
import io.inkstream.schemas.config.StudioConfig.Hours;
import io.inkstream.schemas.config.StudioConfig.RegionTerms;
import io.inkstream.schemas.config.StudioConfig.Switches;
import io.inkstream.schemas.config.StudioConfig.Timings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The studio that single services are measured with: that of standalone, without a tour. */
final class BenchStudio {
    private BenchStudio() {}

    static StudioConfig settings() {
        return new StudioConfig(
                "studio@1",
                Instant.now(),
                "studio",
                1,
                "Bench studio",
                "106540352242922",
                "en-GB",
                "Europe/London",
                "GBP",
                new Artist("Jonah", "447700900000"),
                "London",
                "United Kingdom",
                "https://example.invalid/privacy",
                Map.of(
                        "UK", new RegionTerms(40_000, 13_000),
                        "EUROPE", new RegionTerms(50_000, 14_000),
                        "ROW", new RegionTerms(60_000, 15_000)),
                Map.of("SMALL", 15_000L, "MEDIUM", 15_000L, "LARGE", 20_000L, "XL", 20_000L),
                Map.of(
                        "SMALL", hours("4", "5"),
                        "MEDIUM", hours("5", "7"),
                        "LARGE", hours("7.5", "10"),
                        "XL", hours("9.5", "11")),
                5_000,
                List.of("ribs", "spine", "neck", "knee"),
                List.of(),
                null,
                Map.of("EUR", new BigDecimal("0.85"), "USD", new BigDecimal("0.78"), "CHF", new BigDecimal("0.90")),
                Map.of(),
                new Timings(
                        Duration.ofHours(12),
                        Duration.ofHours(36),
                        Duration.ofHours(48),
                        Duration.ofHours(6),
                        Duration.ofHours(24),
                        Duration.ofDays(30)),
                new Switches(false, false, List.of(), false));
    }

    private static Hours hours(String from, String to) {
        return new Hours(new BigDecimal(from), new BigDecimal(to));
    }
}
