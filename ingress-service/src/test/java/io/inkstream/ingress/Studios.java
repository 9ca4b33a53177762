package io.inkstream.ingress;

import io.inkstream.schemas.config.StudioConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The settings of the two studios that the sample webhooks are sent to. */
public final class Studios {
    static final StudioConfig STUDIO = config("studio", "106540352242922", "447700900000");
    static final StudioConfig SECOND = config("second", "213080704485844", "447700900001");

    private Studios() {}

    public static StudioConfig config(String studio, String phoneNumberId, String artist) {
        return new StudioConfig(
                studio + "@1",
                Instant.parse("2026-09-01T00:00:00Z"),
                studio,
                1,
                "A studio",
                phoneNumberId,
                "en",
                "Europe/London",
                "GBP",
                new StudioConfig.Artist("An artist", artist),
                "London",
                "GB",
                "https://example.invalid/privacy",
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                List.of(),
                List.of(),
                null,
                Map.of(),
                Map.of(),
                new StudioConfig.Timings(
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(3),
                        Duration.ofHours(4),
                        Duration.ofHours(5),
                        Duration.ofHours(6)),
                new StudioConfig.Switches(false, false, List.of(), false));
    }
}
