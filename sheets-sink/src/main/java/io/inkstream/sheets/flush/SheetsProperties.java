package io.inkstream.sheets.flush;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which sheets are kept, and how fast.
 *
 * @param studios by studio slug; rows of other studios wait in the database until they get a sheet
 * @param flushInterval the longest a changed row waits for its batch
 * @param flushRows a batch this large does not wait
 * @param flushCharacters a batch's largest content; Google advises 2 MB
 * @param writesPerMinute Google's quota per service account
 * @param backoffMax the longest wait between attempts while Google is in trouble
 * @param blockedProbe how often a blocked sheet is tried again
 * @param rewriteAfter when rows of a call with unknown outcome are written once more; Google drops a call after 180 s
 */
@Validated
@ConfigurationProperties("inkstream.sheets")
public record SheetsProperties(
        @DefaultValue Map<String, @Valid StudioSheet> studios,
        @DefaultValue("2s") Duration flushInterval,
        @DefaultValue("500") @Min(1) @Max(5_000) int flushRows,
        @DefaultValue("1000000") @Min(1) int flushCharacters,
        @DefaultValue("60") @Min(1) int writesPerMinute,
        @DefaultValue("64s") Duration backoffMax,
        @DefaultValue("5m") Duration blockedProbe,
        @DefaultValue("200s") Duration rewriteAfter) {

    /** Throws when two studios would write over each other. */
    public SheetsProperties {
        studios = Map.copyOf(studios);
        var taken = new HashMap<StudioSheet, String>();
        studios.forEach((studio, sheet) -> {
            var other = taken.put(sheet, studio);
            if (other != null) {
                throw new IllegalArgumentException("inkstream.sheets.studios: " + studio + " and " + other
                        + " have the same spreadsheet-id and tab, and would write over each other");
            }
        });
    }

    /** The sheet of a studio that has one. */
    StudioSheet sheetOf(String studio) {
        return Objects.requireNonNull(studios.get(studio), studio);
    }

    /** Where a studio's rows go. */
    public record StudioSheet(
            @NotBlank String spreadsheetId,
            @DefaultValue("Leads") @NotBlank String tab) {}
}
