package io.inkstream.conversation;

import io.inkstream.schemas.lead.Status;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The time that is stamped when a lead comes to a status. */
final class StatusTimes {
    private static final Map<Status, String> NAMES = names();

    private StatusTimes() {}

    /** The latest arrival counts, but a consultation starts only once. */
    static Lead stamped(Lead lead, Status status, Instant at) {
        var name = NAMES.get(status);
        var isLaterStart = status == Status.QUALIFYING && name != null && lead.time(name) != null;
        return name == null || isLaterStart ? lead : lead.at(name, at);
    }

    private static Map<Status, String> names() {
        var names = new EnumMap<Status, String>(Status.class);
        names.put(Status.QUALIFYING, "qualifyingStartedAt");
        names.put(Status.PENDING_APPROVAL, "pendingApprovalAt");
        names.put(Status.AWAITING_DEPOSIT, "awaitingDepositAt");
        names.put(Status.DEPOSIT_PAID, "depositPaidAt");
        names.put(Status.BOOKING_PENDING, "bookingPendingAt");
        names.put(Status.BOOKED, "bookedAt");
        names.put(Status.NEEDS_ARTIST_REPLY, "needsArtistReplyAt");
        names.put(Status.NEEDS_FOLLOW_UP, "needsFollowUpAt");
        names.put(Status.REJECTED, "rejectedAt");
        names.put(Status.CANCELLED, "cancelledAt");
        names.put(Status.REFUNDED, "refundedAt");
        names.put(Status.ABANDONED, "abandonedAt");
        names.put(Status.STALE, "staleAt");
        names.put(Status.DEPOSIT_EXPIRED, "depositExpiredAt");
        names.put(Status.TOUR_CONVERSION_OFFERED, "tourOfferedAt");
        names.put(Status.WAITLISTED, "waitlistedAt");
        return names;
    }
}
