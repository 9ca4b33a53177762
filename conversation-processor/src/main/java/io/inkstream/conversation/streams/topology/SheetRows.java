package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.lead.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A lead as the artist's sheet shows it, one cell per column of the sheet. Money in minor units, times in ISO 8601, an
 * absent cell is empty. {@code whatsapp_number} is left to the sink: the topic carries no phone number.
 *
 * <p>Empty until the conversation learns of them: {@code stripe_checkout_url} and {@code stripe_session_id} (the deposit
 * link), {@code calendar_event_id} (the booking).
 */
final class SheetRows {
    private static final Set<Status> BOOKING_STATUSES = Set.of(Status.BOOKING_PENDING, Status.BOOKED);
    private static final Pattern LINK =
            Pattern.compile("https?://\\S+|www\\.\\S+|instagram\\.com/\\S+", Pattern.CASE_INSENSITIVE);

    private SheetRows() {}

    static Map<String, Object> cells(LeadSnapshot lead, RowNotes notes) {
        var row = new Row();
        row.put("lead_id", lead.leadId());
        row.put("client_name", lead.clientName());
        consultation(row, lead, notes);
        tour(row, lead);
        money(row, lead);
        booking(row, lead);
        row.put("status", lead.status().name());
        times(row, lead.times());
        row.put("handover_reason", lead.handoverReason());
        row.put("admin_notes", notes.adminNotes());
        row.put("last_error", notes.lastError());
        row.put("deposit_sent_at", lead.times().get("depositSentAt"));
        row.put("booking_pending_at", lead.times().get("bookingPendingAt"));
        row.put("booked_at", lead.times().get("bookedAt"));
        return row.cells;
    }

    private static void consultation(Row row, LeadSnapshot lead, RowNotes notes) {
        var answers = lead.answers();
        row.put("instagram_handle", text(answers.get("instagram_handle")));
        row.put("idea_summary", text(answers.get("idea")));
        row.put("placement", text(answers.get("placement")));
        row.put("dimensions", dimensions(answers.get("dimensions")));
        row.put("style", text(answers.get("style")));
        row.put("complexity_level", numberOrText(text(answers.get("complexity"))));
        row.put("coverup_flag", yesOrNo(text(answers.get("coverup"))));
        row.put("reference_links_count", links(answers.get("reference_images")));
        row.put("reference_media_count", notes.mediaKept() == 0 ? null : (Object) Long.valueOf(notes.mediaKept()));
        var place = answers.get("location");
        if (place != null) {
            row.put("city", place.city());
            row.put("country", place.country());
        }
        row.put("region_bucket", region(lead, place));
    }

    private static void tour(Row row, LeadSnapshot lead) {
        var tour = lead.tour();
        if (tour == null) {
            return;
        }
        row.put("requested_city", tour.requestedCity());
        row.put("offered_tour_city", tour.offeredCity());
        row.put("tour_offer_accepted", tour.offerAccepted());
        row.put("waitlisted", tour.waitlisted());
    }

    private static void money(Row row, LeadSnapshot lead) {
        row.put("budget_amount", budget(lead.answers().get("budget")));
        var estimate = lead.estimate();
        if (estimate != null) {
            row.put("region_min_budget", estimate.minBudgetMinor());
            row.put("below_min_budget", estimate.belowMinimum());
            row.put("estimated_category", estimate.category());
            row.put("estimated_deposit_amount", estimate.depositMinor());
        }
        var deposit = lead.deposit();
        if (deposit != null) {
            row.put("deposit_paid", deposit.paidAt() != null);
            row.put("deposit_paid_at", deposit.paidAt());
        }
    }

    private static void booking(Row row, LeadSnapshot lead) {
        if (BOOKING_STATUSES.contains(lead.status())) {
            row.put("booking_status", lead.status().name());
        }
        var slot = lead.selectedSlot();
        if (slot != null) {
            row.put("calendar_start", slot.start());
            row.put("calendar_end", slot.end());
        }
    }

    private static void times(Row row, Map<String, Instant> times) {
        row.put("created_at", times.get("createdAt"));
        row.put("last_client_message_at", times.get("lastClientMessageAt"));
        row.put("qualifying_started_at", times.get("qualifyingStartedAt"));
        row.put("qualifying_completed_at", times.get("qualifyingCompletedAt"));
        row.put("approved_at", times.get("approvedAt"));
        row.put("rejected_at", times.get("rejectedAt"));
        row.put("stale_at", times.get("staleAt"));
        row.put("abandoned_at", times.get("abandonedAt"));
        row.put("needs_follow_up_at", times.get("needsFollowUpAt"));
        row.put("needs_artist_reply_at", times.get("needsArtistReplyAt"));
    }

    private static @Nullable String text(@Nullable Answer answer) {
        return answer == null ? null : answer.text();
    }

    /** "10 x 15 cm", "8.5 cm" for one side, else the size class or the client's words. */
    private static @Nullable String dimensions(@Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        var width = answer.widthCm();
        var height = answer.heightCm();
        if (width != null && height != null) {
            return plain(width) + " x " + plain(height) + " cm";
        }
        if (width != null || height != null) {
            return plain(width != null ? width : height) + " cm";
        }
        return answer.sizeClass() != null ? answer.sizeClass() : answer.text();
    }

    private static String plain(@Nullable BigDecimal centimetres) {
        return centimetres == null ? "" : centimetres.stripTrailingZeros().toPlainString();
    }

    private static @Nullable Object budget(@Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        return answer.amountMinor() != null ? answer.amountMinor() : answer.text();
    }

    private static @Nullable Object numberOrText(@Nullable String text) {
        return text != null && text.matches("\\d{1,3}") ? (Object) Integer.valueOf(text) : text;
    }

    private static @Nullable Object yesOrNo(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> text;
        };
    }

    private static @Nullable Object links(@Nullable Answer references) {
        if (references == null) {
            return null;
        }
        var said = references.said() != null ? references.said() : references.text();
        return said == null ? 0L : (Object) LINK.matcher(said).results().count();
    }

    private static @Nullable String region(LeadSnapshot lead, @Nullable Answer place) {
        if (place != null && place.region() != null) {
            return place.region();
        }
        return lead.estimate() == null ? null : lead.estimate().region();
    }

    /** Cells in the order of the columns; what is absent takes no cell. */
    private static final class Row {
        private final Map<String, Object> cells = new LinkedHashMap<>();

        void put(String column, @Nullable Object value) {
            if (value != null) {
                cells.put(column, value instanceof Instant time ? time.toString() : value);
            }
        }
    }
}
