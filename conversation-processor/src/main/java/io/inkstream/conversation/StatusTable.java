package io.inkstream.conversation;

import static io.inkstream.schemas.lead.Status.*;

import io.inkstream.schemas.lead.Status;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The allowed moves between statuses (spec §1). Every writer of a status goes through {@link Turn#moveTo}, which asks here. */
final class StatusTable {
    private static final Map<Status, Set<Status>> MOVES = moves();

    /** Leads that are over: what comes next is a new enquiry. */
    static final Set<Status> CLOSED = EnumSet.of(REJECTED, CANCELLED, REFUNDED);

    /** Money was taken, so only a person may end it. */
    static final Set<Status> PAID = EnumSet.of(DEPOSIT_PAID, BOOKING_PENDING, BOOKED);

    static final Set<Status> WITH_A_PERSON = EnumSet.of(NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP);

    private StatusTable() {}

    static boolean allows(Status from, Status to) {
        return of(from).contains(to);
    }

    static Set<Status> of(Status from) {
        return MOVES.getOrDefault(from, Set.of());
    }

    /**
     * The moves that lead back to a status: directly, or through one status in between where the table knows no direct
     * way back (from OPTOUT to WAITLISTED, say). Empty when there is none.
     */
    static List<Status> way(Status from, Status to) {
        if (allows(from, to)) {
            return List.of(to);
        }
        return of(from).stream()
                .filter(between -> between != NEW && allows(between, to))
                .findFirst()
                .map(between -> List.of(between, to))
                .orElse(List.of());
    }

    private static Map<Status, Set<Status>> moves() {
        var table = new EnumMap<Status, Set<Status>>(Status.class);
        table.put(NEW, EnumSet.of(QUALIFYING, REJECTED, OPTOUT));
        table.put(
                QUALIFYING,
                EnumSet.of(
                        PENDING_APPROVAL,
                        NEEDS_ARTIST_REPLY,
                        NEEDS_FOLLOW_UP,
                        TOUR_CONVERSION_OFFERED,
                        WAITLISTED,
                        REJECTED,
                        CANCELLED,
                        ABANDONED,
                        STALE,
                        OPTOUT));
        table.put(
                PENDING_APPROVAL,
                EnumSet.of(
                        AWAITING_DEPOSIT,
                        TOUR_CONVERSION_OFFERED,
                        NEEDS_ARTIST_REPLY,
                        NEEDS_FOLLOW_UP,
                        REJECTED,
                        CANCELLED,
                        ABANDONED,
                        STALE,
                        OPTOUT));
        table.put(
                AWAITING_DEPOSIT,
                EnumSet.of(
                        DEPOSIT_PAID,
                        DEPOSIT_EXPIRED,
                        BOOKING_PENDING,
                        BOOKED,
                        COLLECTING_TIME_WINDOWS,
                        NEEDS_ARTIST_REPLY,
                        NEEDS_FOLLOW_UP,
                        REJECTED,
                        CANCELLED,
                        ABANDONED,
                        STALE,
                        OPTOUT));
        table.put(
                DEPOSIT_PAID,
                EnumSet.of(
                        BOOKING_PENDING, BOOKED, NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP, REJECTED, CANCELLED, REFUNDED));
        table.put(
                BOOKING_PENDING,
                EnumSet.of(
                        BOOKED,
                        COLLECTING_TIME_WINDOWS,
                        NEEDS_ARTIST_REPLY,
                        NEEDS_FOLLOW_UP,
                        REJECTED,
                        CANCELLED,
                        REFUNDED));
        table.put(BOOKED, EnumSet.of(CANCELLED, REFUNDED));
        table.put(NEEDS_ARTIST_REPLY, withAPerson(NEEDS_FOLLOW_UP));
        table.put(NEEDS_FOLLOW_UP, withAPerson(NEEDS_ARTIST_REPLY));
        table.put(
                TOUR_CONVERSION_OFFERED,
                EnumSet.of(
                        QUALIFYING,
                        PENDING_APPROVAL,
                        WAITLISTED,
                        NEEDS_ARTIST_REPLY,
                        REJECTED,
                        CANCELLED,
                        ABANDONED,
                        STALE,
                        OPTOUT));
        table.put(
                WAITLISTED,
                EnumSet.of(
                        QUALIFYING,
                        PENDING_APPROVAL,
                        TOUR_CONVERSION_OFFERED,
                        NEEDS_ARTIST_REPLY,
                        REJECTED,
                        CANCELLED,
                        OPTOUT));
        table.put(
                COLLECTING_TIME_WINDOWS,
                EnumSet.of(
                        AWAITING_DEPOSIT,
                        DEPOSIT_PAID,
                        BOOKING_PENDING,
                        NEEDS_ARTIST_REPLY,
                        NEEDS_FOLLOW_UP,
                        REJECTED,
                        CANCELLED,
                        REFUNDED,
                        STALE,
                        OPTOUT));
        table.put(
                DEPOSIT_EXPIRED,
                EnumSet.of(
                        AWAITING_DEPOSIT,
                        DEPOSIT_PAID,
                        NEEDS_ARTIST_REPLY,
                        NEEDS_FOLLOW_UP,
                        REJECTED,
                        CANCELLED,
                        ABANDONED,
                        STALE,
                        OPTOUT));
        for (var asleep : EnumSet.of(ABANDONED, STALE, OPTOUT)) {
            table.put(
                    asleep,
                    EnumSet.of(NEW, QUALIFYING, PENDING_APPROVAL, AWAITING_DEPOSIT, NEEDS_ARTIST_REPLY, REJECTED));
        }
        table.put(REJECTED, EnumSet.of(REFUNDED));
        table.put(CANCELLED, EnumSet.of(REFUNDED));
        table.put(REFUNDED, EnumSet.noneOf(Status.class));
        return table;
    }

    private static Set<Status> withAPerson(Status other) {
        return EnumSet.of(
                other,
                QUALIFYING,
                PENDING_APPROVAL,
                AWAITING_DEPOSIT,
                DEPOSIT_PAID,
                DEPOSIT_EXPIRED,
                BOOKING_PENDING,
                BOOKED,
                COLLECTING_TIME_WINDOWS,
                TOUR_CONVERSION_OFFERED,
                WAITLISTED,
                REJECTED,
                CANCELLED,
                REFUNDED,
                ABANDONED,
                STALE,
                OPTOUT);
    }
}
