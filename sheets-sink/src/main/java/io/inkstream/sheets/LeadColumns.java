package io.inkstream.sheets;

import java.util.List;

/**
 * The columns of the artist's tab, in order. Money is in minor units. New columns are added at the end only, because people
 * build formulas on the letters of the old ones.
 */
public final class LeadColumns {
    public static final String LEAD_ID = "lead_id";
    public static final String WHATSAPP_NUMBER = "whatsapp_number";

    public static final List<String> ALL = List.of(
            LEAD_ID,
            WHATSAPP_NUMBER,
            "client_name",
            "instagram_handle",
            "idea_summary",
            "placement",
            "dimensions",
            "style",
            "complexity_level",
            "coverup_flag",
            "reference_links_count",
            "reference_media_count",
            "city",
            "country",
            "region_bucket",
            "requested_city",
            "offered_tour_city",
            "tour_offer_accepted",
            "waitlisted",
            "budget_amount",
            "region_min_budget",
            "below_min_budget",
            "estimated_category",
            "estimated_deposit_amount",
            "stripe_checkout_url",
            "stripe_session_id",
            "deposit_paid",
            "deposit_paid_at",
            "booking_status",
            "calendar_event_id",
            "calendar_start",
            "calendar_end",
            "status",
            "created_at",
            "last_client_message_at",
            "qualifying_started_at",
            "qualifying_completed_at",
            "approved_at",
            "rejected_at",
            "stale_at",
            "abandoned_at",
            "needs_follow_up_at",
            "needs_artist_reply_at",
            "handover_reason",
            "admin_notes",
            "last_error",
            "deposit_sent_at",
            "booking_pending_at",
            "booked_at");

    private LeadColumns() {}
}
