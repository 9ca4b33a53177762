package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Estimate;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.lead.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetRowsTest {
    private static final Instant T0 = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void finishedConsultation_fillsTheRow_inTheOrderOfTheColumns() {
        var answers = new LinkedHashMap<String, Answer>();
        answers.put("idea", Answer.ofText("A fine line dragon", "A fine line dragon"));
        answers.put("placement", Answer.ofText("left forearm", "left forearm"));
        answers.put("dimensions", size("10", "15"));
        answers.put("style", Answer.ofText("fine line", "fine line"));
        answers.put("complexity", Answer.ofText("2", "2"));
        answers.put("coverup", Answer.ofText("no", "no"));
        answers.put("reference_images", Answer.ofText("links", "https://a.invalid/1 and instagram.com/x"));
        answers.put("budget", money(50_000));
        answers.put("location", place("London", "United Kingdom", "UK"));
        answers.put("instagram_handle", Answer.ofText("jane_1990", "@jane_1990"));
        var lead = lead(
                Status.PENDING_APPROVAL,
                answers,
                new Estimate("LARGE", 20_000, null, 40_000, false, 97_500, 130_000, "GBP", "UK", "1"),
                null,
                null,
                Map.of("createdAt", T0, "lastClientMessageAt", T0.plusSeconds(60)));

        var cells = SheetRows.cells(lead, RowNotes.NONE);

        assertThat(cells)
                .containsExactly(
                        entry("lead_id", "lead-1"),
                        entry("client_name", "Jane"),
                        entry("instagram_handle", "jane_1990"),
                        entry("idea_summary", "A fine line dragon"),
                        entry("placement", "left forearm"),
                        entry("dimensions", "10 x 15 cm"),
                        entry("style", "fine line"),
                        entry("complexity_level", 2),
                        entry("coverup_flag", false),
                        entry("reference_links_count", 2L),
                        entry("city", "London"),
                        entry("country", "United Kingdom"),
                        entry("region_bucket", "UK"),
                        entry("budget_amount", 50_000L),
                        entry("region_min_budget", 40_000L),
                        entry("below_min_budget", false),
                        entry("estimated_category", "LARGE"),
                        entry("estimated_deposit_amount", 20_000L),
                        entry("status", "PENDING_APPROVAL"),
                        entry("created_at", "2026-11-23T10:00:00Z"),
                        entry("last_client_message_at", "2026-11-23T10:01:00Z"));
    }

    @Test
    void bookedLead_showsSlotDepositAndTimes() {
        var lead = lead(
                Status.BOOKED,
                Map.of(),
                null,
                new LeadSnapshot.Slot(T0, T0.plusSeconds(10_800)),
                new LeadSnapshot.Deposit(20_000, 20_000, T0, null),
                Map.of("depositSentAt", T0, "bookingPendingAt", T0, "bookedAt", T0));

        assertThat(SheetRows.cells(lead, RowNotes.NONE))
                .containsEntry("deposit_paid", true)
                .containsEntry("deposit_paid_at", "2026-11-23T10:00:00Z")
                .containsEntry("booking_status", "BOOKED")
                .containsEntry("calendar_start", "2026-11-23T10:00:00Z")
                .containsEntry("calendar_end", "2026-11-23T13:00:00Z")
                .containsEntry("deposit_sent_at", "2026-11-23T10:00:00Z")
                .containsEntry("booked_at", "2026-11-23T10:00:00Z");
    }

    @Test
    void honestDontKnows_stayWords() {
        var unknown =
                new Answer("UNKNOWN", "no idea", null, true, null, null, "XL", null, null, null, null, null, null);

        var cells = SheetRows.cells(
                lead(
                        Status.QUALIFYING,
                        Map.of("dimensions", unknown, "budget", unknown, "complexity", Answer.ofText("ask", "dunno")),
                        null,
                        null,
                        null,
                        Map.of()),
                RowNotes.NONE);

        assertThat(cells)
                .containsEntry("dimensions", "XL")
                .containsEntry("budget_amount", "UNKNOWN")
                .containsEntry("complexity_level", "ask");
    }

    @Test
    void newLead_leavesWhatIsNotKnownEmpty() {
        assertThat(SheetRows.cells(lead(Status.NEW, Map.of(), null, null, null, Map.of()), RowNotes.NONE))
                .containsOnlyKeys("lead_id", "client_name", "status");
    }

    @Test
    void picturesNotesAndErrors_areShownBesideTheSnapshot() {
        var lead = lead(Status.REJECTED, Map.of(), null, null, null, Map.of());

        assertThat(SheetRows.cells(lead, new RowNotes("lead-1", 3, "not my style", "message DEAD: 131026")))
                .containsEntry("reference_media_count", 3L)
                .containsEntry("admin_notes", "not my style")
                .containsEntry("last_error", "message DEAD: 131026");
    }

    private static Answer size(String width, String height) {
        return new Answer(
                null,
                null,
                null,
                false,
                new BigDecimal(width),
                new BigDecimal(height),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Answer money(long minor) {
        return new Answer(null, null, null, false, null, null, null, minor, null, "GBP", null, null, null);
    }

    private static Answer place(String city, String country, String region) {
        return new Answer(null, null, null, false, null, null, null, null, null, null, city, country, region);
    }

    private static LeadSnapshot lead(
            Status status,
            Map<String, Answer> answers,
            @Nullable Estimate estimate,
            LeadSnapshot.@Nullable Slot slot,
            LeadSnapshot.@Nullable Deposit deposit,
            Map<String, Instant> times) {
        return new LeadSnapshot(
                "lead-1",
                "contact-1",
                "studio",
                status,
                1,
                Consent.GRANTED,
                null,
                answers,
                estimate,
                null,
                Map.of(),
                null,
                null,
                false,
                List.of(),
                slot,
                deposit,
                null,
                "en-GB",
                "Jane",
                null,
                times);
    }
}
