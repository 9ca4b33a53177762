package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadRowTest {

    /** People's formulas name columns by letter: this order is a promise. */
    @Test
    void columns_areThoseTheArtistKnowsInTheirOrder() {
        assertThat(String.join(", ", LeadColumns.ALL)).isEqualTo("""
                lead_id, whatsapp_number, client_name, instagram_handle, idea_summary, placement, dimensions, style, \
                complexity_level, coverup_flag, reference_links_count, reference_media_count, city, country, region_bucket, \
                requested_city, offered_tour_city, tour_offer_accepted, waitlisted, budget_amount, region_min_budget, \
                below_min_budget, estimated_category, estimated_deposit_amount, stripe_checkout_url, stripe_session_id, \
                deposit_paid, deposit_paid_at, booking_status, calendar_event_id, calendar_start, calendar_end, status, \
                created_at, last_client_message_at, qualifying_started_at, qualifying_completed_at, approved_at, \
                rejected_at, stale_at, abandoned_at, needs_follow_up_at, needs_artist_reply_at, handover_reason, \
                admin_notes, last_error, deposit_sent_at, booking_pending_at, booked_at""");
    }

    @Test
    void cells_whenColumnsAreAbsent_areEmptyTextSoThatOldContentGoes() {
        var cells = LeadRow.cells("lead-1", Map.of(), null);

        assertThat(cells).hasSize(LeadColumns.ALL.size()).startsWith("lead-1");
        assertThat(cells.subList(1, cells.size())).containsOnly("");
    }

    @Test
    void cells_keepNumbersAndFlagsAsSuch() {
        var cells = LeadRow.cells(
                "lead-1",
                Map.of("budget_amount", 50_000, "coverup_flag", false, "complexity_level", new BigDecimal("2.5")),
                null);

        assertThat(cell(cells, "budget_amount")).isEqualTo(50_000);
        assertThat(cell(cells, "coverup_flag")).isEqualTo(false);
        assertThat(cell(cells, "complexity_level")).isEqualTo(new BigDecimal("2.5"));
    }

    @Test
    void cells_neutraliseTextAndTakeThePhoneFromTheContact() {
        var cells = LeadRow.cells(
                "lead-1", Map.of("idea_summary", "=1+1", "whatsapp_number", "from the row"), "447700900123");

        assertThat(cell(cells, "idea_summary")).isEqualTo("'=1+1");
        assertThat(cell(cells, "whatsapp_number")).isEqualTo("447700900123");
    }

    @Test
    void cells_whenNullUnknownOrNested_areWrittenSafely() {
        var given = new HashMap<String, Object>();
        given.put("style", null);
        given.put("not_a_column", "x");
        given.put("placement", List.of("arm", "leg"));

        var cells = LeadRow.cells("lead-1", given, null);

        assertThat(cell(cells, "style")).isEqualTo("");
        assertThat(cell(cells, "placement")).isEqualTo("[arm, leg]");
        assertThat(cells).doesNotContain("x");
    }

    private static Object cell(List<Object> cells, String column) {
        return cells.get(LeadColumns.ALL.indexOf(column));
    }
}
