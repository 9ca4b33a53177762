package io.inkstream.conversation;

import static io.inkstream.schemas.lead.Status.BOOKED;
import static io.inkstream.schemas.lead.Status.BOOKING_PENDING;
import static io.inkstream.schemas.lead.Status.CANCELLED;
import static io.inkstream.schemas.lead.Status.DEPOSIT_PAID;
import static io.inkstream.schemas.lead.Status.NEEDS_ARTIST_REPLY;
import static io.inkstream.schemas.lead.Status.NEEDS_FOLLOW_UP;
import static io.inkstream.schemas.lead.Status.NEW;
import static io.inkstream.schemas.lead.Status.REFUNDED;
import static io.inkstream.schemas.lead.Status.REJECTED;

import io.inkstream.schemas.lead.Status;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The allowed moves between statuses (spec §1). Every writer of a status goes through {@link Turn#moveTo}, which asks here. */
final class StatusTable {
    /** From : to. A line may stand for several statuses with the same moves. */
    private static final String TABLE = """
            NEW: QUALIFYING, REJECTED, OPTOUT
            QUALIFYING: PENDING_APPROVAL, NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP, TOUR_CONVERSION_OFFERED, WAITLISTED, \
                REJECTED, CANCELLED, ABANDONED, STALE, OPTOUT
            PENDING_APPROVAL: AWAITING_DEPOSIT, TOUR_CONVERSION_OFFERED, NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP, \
                REJECTED, CANCELLED, ABANDONED, STALE, OPTOUT
            AWAITING_DEPOSIT: DEPOSIT_PAID, DEPOSIT_EXPIRED, BOOKING_PENDING, BOOKED, COLLECTING_TIME_WINDOWS, \
                NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP, REJECTED, CANCELLED, ABANDONED, STALE, OPTOUT
            DEPOSIT_PAID: BOOKING_PENDING, BOOKED, NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP, REJECTED, CANCELLED, REFUNDED
            BOOKING_PENDING: BOOKED, COLLECTING_TIME_WINDOWS, NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP, REJECTED, \
                CANCELLED, REFUNDED
            BOOKED: CANCELLED, REFUNDED
            NEEDS_ARTIST_REPLY: NEEDS_FOLLOW_UP, QUALIFYING, PENDING_APPROVAL, AWAITING_DEPOSIT, DEPOSIT_PAID, \
                DEPOSIT_EXPIRED, BOOKING_PENDING, BOOKED, COLLECTING_TIME_WINDOWS, TOUR_CONVERSION_OFFERED, \
                WAITLISTED, REJECTED, CANCELLED, REFUNDED, ABANDONED, STALE, OPTOUT
            NEEDS_FOLLOW_UP: NEEDS_ARTIST_REPLY, QUALIFYING, PENDING_APPROVAL, AWAITING_DEPOSIT, DEPOSIT_PAID, \
                DEPOSIT_EXPIRED, BOOKING_PENDING, BOOKED, COLLECTING_TIME_WINDOWS, TOUR_CONVERSION_OFFERED, \
                WAITLISTED, REJECTED, CANCELLED, REFUNDED, ABANDONED, STALE, OPTOUT
            TOUR_CONVERSION_OFFERED: QUALIFYING, PENDING_APPROVAL, WAITLISTED, NEEDS_ARTIST_REPLY, REJECTED, \
                CANCELLED, ABANDONED, STALE, OPTOUT
            WAITLISTED: QUALIFYING, PENDING_APPROVAL, TOUR_CONVERSION_OFFERED, NEEDS_ARTIST_REPLY, REJECTED, \
                CANCELLED, OPTOUT
            COLLECTING_TIME_WINDOWS: AWAITING_DEPOSIT, DEPOSIT_PAID, BOOKING_PENDING, NEEDS_ARTIST_REPLY, \
                NEEDS_FOLLOW_UP, REJECTED, CANCELLED, REFUNDED, STALE, OPTOUT
            DEPOSIT_EXPIRED: AWAITING_DEPOSIT, DEPOSIT_PAID, NEEDS_ARTIST_REPLY, NEEDS_FOLLOW_UP, REJECTED, \
                CANCELLED, ABANDONED, STALE, OPTOUT
            ABANDONED, STALE, OPTOUT: NEW, QUALIFYING, PENDING_APPROVAL, AWAITING_DEPOSIT, NEEDS_ARTIST_REPLY, REJECTED
            REJECTED, CANCELLED: REFUNDED
            """;

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
        TABLE.lines().forEach(line -> {
            var columns = line.split(":", -1);
            for (var from : columns[0].split(",", -1)) {
                table.put(Status.valueOf(from.strip()), statuses(columns[1]));
            }
        });
        return table;
    }

    private static Set<Status> statuses(String names) {
        var found = EnumSet.noneOf(Status.class);
        for (var name : names.split(",", -1)) {
            if (!name.isBlank()) {
                found.add(Status.valueOf(name.strip()));
            }
        }
        return found;
    }
}
