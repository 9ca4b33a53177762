package io.inkstream.schemas.lead;

/** The 19 statuses of a lead. The allowed moves are the conversation's business. */
public enum Status {
    NEW,
    QUALIFYING,
    PENDING_APPROVAL,
    AWAITING_DEPOSIT,
    DEPOSIT_PAID,
    BOOKING_PENDING,
    BOOKED,
    NEEDS_ARTIST_REPLY,
    NEEDS_FOLLOW_UP,
    TOUR_CONVERSION_OFFERED,
    WAITLISTED,
    COLLECTING_TIME_WINDOWS,
    DEPOSIT_EXPIRED,
    ABANDONED,
    STALE,
    OPTOUT,
    REJECTED,
    CANCELLED,
    REFUNDED
}
