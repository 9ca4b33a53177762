package io.inkstream.conversation;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.config.StudioConfig.Artist;
import io.inkstream.schemas.config.StudioConfig.Hours;
import io.inkstream.schemas.config.StudioConfig.Manner;
import io.inkstream.schemas.config.StudioConfig.QuietHours;
import io.inkstream.schemas.config.StudioConfig.RegionTerms;
import io.inkstream.schemas.config.StudioConfig.Switches;
import io.inkstream.schemas.config.StudioConfig.Timings;
import io.inkstream.schemas.config.StudioConfig.TourStop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of a studio for tests: the standalone studio's, but for what a test changes. */
public final class Studios {
    /** When the tests' conversations begin: a Monday morning in London. */
    public static final Instant T0 = Instant.parse("2026-11-23T10:00:00Z");

    private String locale = "en-GB";
    private List<TourStop> tourStops = List.of(
            new TourStop("Manchester", "United Kingdom", LocalDate.parse("2026-12-23"), LocalDate.parse("2026-12-27")),
            new TourStop("Berlin", "Germany", LocalDate.parse("2027-01-22"), LocalDate.parse("2027-01-25")));
    private @Nullable QuietHours quietHours;
    private Switches switches = new Switches(false, false, List.of(), false);
    private @Nullable Manner manner;
    private Map<String, String> answers =
            Map.of("price", "Prices depend on the piece.", "address", "We are in London.");

    private Studios() {}

    public static Studios studio() {
        return new Studios();
    }

    public Studios locale(String newLocale) {
        locale = newLocale;
        return this;
    }

    public Studios tour(TourStop... stops) {
        tourStops = List.of(stops);
        return this;
    }

    public Studios quiet(QuietHours hours) {
        quietHours = hours;
        return this;
    }

    public Studios switches(Switches newSwitches) {
        switches = newSwitches;
        return this;
    }

    public Studios answers(Map<String, String> newAnswers) {
        answers = newAnswers;
        return this;
    }

    /** Waits this long for the end of a burst of lines. */
    public Studios settling(Duration settle) {
        manner = new Manner(settle, Map.of());
        return this;
    }

    /** Says the second word for the first. */
    public Studios saying(String unwanted, String wanted) {
        manner = new Manner(null, Map.of(unwanted, wanted));
        return this;
    }

    public StudioConfig build() {
        return new StudioConfig(
                "studio@1",
                T0,
                "studio",
                1,
                "Inkstream Studio",
                "106540352242922",
                locale,
                "Europe/London",
                "GBP",
                new Artist("Robin", "447700900000"),
                "London",
                "United Kingdom",
                "https://studio.example/privacy",
                Map.of(
                        "UK", new RegionTerms(400_00, 130_00),
                        "EUROPE", new RegionTerms(500_00, 140_00),
                        "ROW", new RegionTerms(600_00, 150_00)),
                Map.of("SMALL", 150_00L, "MEDIUM", 150_00L, "LARGE", 200_00L, "XL", 200_00L),
                Map.of(
                        "SMALL", hours("4", "5"),
                        "MEDIUM", hours("5", "7"),
                        "LARGE", hours("7.5", "10"),
                        "XL", hours("9.5", "11")),
                50_00,
                List.of(
                        "ribs",
                        "rib",
                        "ribcage",
                        "stomach",
                        "side of the torso",
                        "spine",
                        "back",
                        "sleeve",
                        "thigh",
                        "neck",
                        "knee",
                        "elbow",
                        "foot",
                        "side of hand",
                        "side of foot"),
                tourStops,
                quietHours,
                Map.of("EUR", new BigDecimal("0.85"), "USD", new BigDecimal("0.78"), "CHF", new BigDecimal("0.90")),
                answers,
                new Timings(
                        Duration.ofHours(12),
                        Duration.ofHours(36),
                        Duration.ofHours(48),
                        Duration.ofHours(6),
                        Duration.ofHours(24),
                        Duration.ofDays(30)),
                switches,
                manner);
    }

    private static Hours hours(String from, String to) {
        return new Hours(new BigDecimal(from), new BigDecimal(to));
    }
}
