package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.config.StudioConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Settings for tests; only the studio's name, its artist and the version matter to the shell. */
public final class Studios {
    public static final String STUDIO = "studio";
    public static final String SECOND = "second";
    public static final String ARTIST = "447700900000";
    public static final String SECOND_ARTIST = "447700900001";

    private Studios() {}

    public static StudioConfig studio() {
        return settings(STUDIO, 1, ARTIST);
    }

    public static StudioConfig second() {
        return settings(SECOND, 1, SECOND_ARTIST);
    }

    public static StudioConfig settings(String studio, long version, String artist) {
        return new StudioConfig(
                studio + "@" + version,
                Instant.EPOCH,
                studio,
                version,
                "Studio " + studio,
                "phone-id-of-" + studio,
                "en-GB",
                "Europe/London",
                "GBP",
                new StudioConfig.Artist("Jonah", artist),
                "London",
                "United Kingdom",
                "https://example.invalid/privacy",
                Map.of(
                        "UK", new StudioConfig.RegionTerms(40000, 13000),
                        "EUROPE", new StudioConfig.RegionTerms(50000, 14000),
                        "ROW", new StudioConfig.RegionTerms(60000, 15000)),
                Map.of("SMALL", 15000L, "MEDIUM", 15000L, "LARGE", 20000L, "XL", 20000L),
                Map.of(
                        "SMALL", hours("4", "5"),
                        "MEDIUM", hours("5", "7"),
                        "LARGE", hours("7.5", "10"),
                        "XL", hours("9.5", "11")),
                5000,
                List.of("ribs", "spine", "neck"),
                List.of(),
                null,
                Map.of("EUR", new BigDecimal("0.85"), "USD", new BigDecimal("0.78"), "CHF", new BigDecimal("0.90")),
                Map.of(),
                new StudioConfig.Timings(
                        Duration.ofHours(12),
                        Duration.ofHours(36),
                        Duration.ofHours(48),
                        Duration.ofHours(6),
                        Duration.ofHours(24),
                        Duration.ofDays(30)),
                new StudioConfig.Switches(false, false, List.of(), false));
    }

    private static StudioConfig.Hours hours(String from, String to) {
        return new StudioConfig.Hours(new BigDecimal(from), new BigDecimal(to));
    }
}
