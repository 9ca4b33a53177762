package io.inkstream.schemas.config;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A studio's settings. Published under {@code <studio>@<configVersion>} (kept for ever, so that an old decision can be
 * decided again) and under {@code <studio>} (the newest). Money in minor units of {@code currency}.
 */
@JsonTypeName("studio.config")
public record StudioConfig(
        String id,
        Instant occurredAt,
        String studio,
        long configVersion,
        String name,
        String phoneNumberId,
        String locale,
        String zone,
        String currency,
        Artist artist,
        String homeCity,
        String homeCountry,
        String privacyUrl,
        Map<String, RegionTerms> regions,
        Map<String, Long> depositTiersMinor,
        Map<String, Hours> estimateHours,
        long budgetFloorMinor,
        List<String> hardPlacements,
        List<TourStop> tourStops,
        @Nullable QuietHours quietHours,
        Map<String, BigDecimal> currencyRates,
        Map<String, String> answers,
        Timings timings,
        Switches switches,
        @Nullable Manner manner)
        implements WireRecord {

    public StudioConfig {
        regions = Map.copyOf(regions);
        depositTiersMinor = Map.copyOf(depositTiersMinor);
        estimateHours = Map.copyOf(estimateHours);
        hardPlacements = List.copyOf(hardPlacements);
        tourStops = List.copyOf(tourStops);
        currencyRates = Map.copyOf(currencyRates);
        answers = Map.copyOf(answers);
    }

    /** Settings without a manner of their own. */
    public StudioConfig(
            String id,
            Instant occurredAt,
            String studio,
            long configVersion,
            String name,
            String phoneNumberId,
            String locale,
            String zone,
            String currency,
            Artist artist,
            String homeCity,
            String homeCountry,
            String privacyUrl,
            Map<String, RegionTerms> regions,
            Map<String, Long> depositTiersMinor,
            Map<String, Hours> estimateHours,
            long budgetFloorMinor,
            List<String> hardPlacements,
            List<TourStop> tourStops,
            @Nullable QuietHours quietHours,
            Map<String, BigDecimal> currencyRates,
            Map<String, String> answers,
            Timings timings,
            Switches switches) {
        this(
                id,
                occurredAt,
                studio,
                configVersion,
                name,
                phoneNumberId,
                locale,
                zone,
                currency,
                artist,
                homeCity,
                homeCountry,
                privacyUrl,
                regions,
                depositTiersMinor,
                estimateHours,
                budgetFloorMinor,
                hardPlacements,
                tourStops,
                quietHours,
                currencyRates,
                answers,
                timings,
                switches,
                null);
    }

    /** {@code whatsapp}: the artist's own number, E.164 digits; a message from it never opens a lead. */
    public record Artist(String name, String whatsapp) {}

    /** Minimum budget and hourly rate of a region (UK, EUROPE, ROW), in minor units. */
    public record RegionTerms(long minBudgetMinor, long hourlyRateMinor) {}

    /** Hours of a size class, from and to; of XL per day. */
    public record Hours(BigDecimal from, BigDecimal to) {}

    /** A city on the artist's tour, both days included. */
    public record TourStop(String city, String country, LocalDate start, LocalDate end) {}

    /** No reminders between these times of the studio's day. */
    public record QuietHours(LocalTime from, LocalTime to) {}

    /** Delays of spec §5. */
    public record Timings(
            Duration qualifyingReminder1,
            Duration qualifyingReminder2,
            Duration abandonAfter,
            Duration holdingNoteCooldown,
            Duration artistHold,
            Duration returnToKept) {}

    /**
     * How the bot talks.
     *
     * @param settle how long a client must be silent after an answer in words before the next question is put, so that several
     *     lines are one answer; absent or zero: not at all
     * @param voice words that the studio does not use, and what it says instead; whole words, never inside a link
     */
    public record Manner(@Nullable Duration settle, Map<String, String> voice) {
        public Manner {
            voice = Map.copyOf(voice);
        }
    }

    /** {@code panic}: store everything, answer once with {@code paused.note}. {@code pilot}: only these numbers are answered. */
    public record Switches(boolean panic, boolean paused, List<String> pilot, boolean strictBundles) {
        public Switches {
            pilot = List.copyOf(pilot);
        }
    }

    /** The key under which exactly this version is kept. */
    public String versionedKey() {
        return studio + "@" + configVersion;
    }
}
