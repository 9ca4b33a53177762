package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.lead.Status;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final Set<String> ASLEEP =
            to("NEW QUALIFYING PENDING_APPROVAL AWAITING_DEPOSIT NEEDS_ARTIST_REPLY REJECTED");
    private static final String WITH_A_PERSON =
            "QUALIFYING PENDING_APPROVAL AWAITING_DEPOSIT DEPOSIT_PAID DEPOSIT_EXPIRED BOOKING_PENDING BOOKED COLLECTING_TIME_WINDOWS"
                    + " TOUR_CONVERSION_OFFERED WAITLISTED REJECTED CANCELLED REFUNDED ABANDONED STALE OPTOUT";

    @Test
    void table_isTheOneOfTheSpecification() {
        var expected = new TreeMap<String, Set<String>>();
        expected.put("NEW", to("QUALIFYING REJECTED OPTOUT"));
        expected.put(
                "QUALIFYING",
                to(
                        "PENDING_APPROVAL NEEDS_ARTIST_REPLY NEEDS_FOLLOW_UP TOUR_CONVERSION_OFFERED WAITLISTED REJECTED CANCELLED"
                                + " ABANDONED STALE OPTOUT"));
        expected.put(
                "PENDING_APPROVAL",
                to(
                        "AWAITING_DEPOSIT TOUR_CONVERSION_OFFERED NEEDS_ARTIST_REPLY NEEDS_FOLLOW_UP REJECTED CANCELLED ABANDONED"
                                + " STALE OPTOUT"));
        expected.put(
                "AWAITING_DEPOSIT",
                to("DEPOSIT_PAID DEPOSIT_EXPIRED BOOKING_PENDING BOOKED COLLECTING_TIME_WINDOWS NEEDS_ARTIST_REPLY"
                        + " NEEDS_FOLLOW_UP REJECTED CANCELLED ABANDONED STALE OPTOUT"));
        expected.put(
                "DEPOSIT_PAID",
                to("BOOKING_PENDING BOOKED NEEDS_ARTIST_REPLY NEEDS_FOLLOW_UP REJECTED CANCELLED REFUNDED"));
        expected.put(
                "BOOKING_PENDING",
                to("BOOKED COLLECTING_TIME_WINDOWS NEEDS_ARTIST_REPLY NEEDS_FOLLOW_UP REJECTED CANCELLED REFUNDED"));
        expected.put("BOOKED", to("CANCELLED REFUNDED"));
        expected.put("NEEDS_ARTIST_REPLY", to("NEEDS_FOLLOW_UP " + WITH_A_PERSON));
        expected.put("NEEDS_FOLLOW_UP", to("NEEDS_ARTIST_REPLY " + WITH_A_PERSON));
        expected.put(
                "TOUR_CONVERSION_OFFERED",
                to(
                        "QUALIFYING PENDING_APPROVAL WAITLISTED NEEDS_ARTIST_REPLY REJECTED CANCELLED ABANDONED STALE OPTOUT"));
        expected.put(
                "WAITLISTED",
                to("QUALIFYING PENDING_APPROVAL TOUR_CONVERSION_OFFERED NEEDS_ARTIST_REPLY REJECTED CANCELLED OPTOUT"));
        expected.put(
                "COLLECTING_TIME_WINDOWS",
                to("AWAITING_DEPOSIT DEPOSIT_PAID BOOKING_PENDING NEEDS_ARTIST_REPLY NEEDS_FOLLOW_UP REJECTED CANCELLED"
                        + " REFUNDED STALE OPTOUT"));
        expected.put(
                "DEPOSIT_EXPIRED",
                to(
                        "AWAITING_DEPOSIT DEPOSIT_PAID NEEDS_ARTIST_REPLY NEEDS_FOLLOW_UP REJECTED CANCELLED ABANDONED STALE OPTOUT"));
        expected.put("ABANDONED", ASLEEP);
        expected.put("STALE", ASLEEP);
        expected.put("OPTOUT", ASLEEP);
        expected.put("REJECTED", to("REFUNDED"));
        expected.put("CANCELLED", to("REFUNDED"));
        expected.put("REFUNDED", Set.of());

        var actual = Stream.of(Status.values())
                .collect(
                        Collectors.toMap(Status::name, from -> names(StatusTable.of(from)), (a, _) -> a, TreeMap::new));

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void moveTo_whenForbidden_stopsTheDecision() {
        var lead = Talk.submitted().state();
        var turn = new Turn(
                lead,
                new io.inkstream.schemas.lead.Input.Timer("t:1", Studios.T0, "t", 1, Studios.T0),
                Studios.studio().build());

        assertThatThrownBy(() -> turn.moveTo(Status.BOOKED, "a test")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void way_fromOptOut_leadsBackToEveryStatusThatCanBeLeftForIt() {
        var leftForOptOut = Stream.of(Status.values()).filter(status -> StatusTable.allows(status, Status.OPTOUT));

        assertThat(leftForOptOut)
                .filteredOn(status -> status != Status.NEW)
                .allSatisfy(status ->
                        assertThat(StatusTable.way(Status.OPTOUT, status)).endsWith(status));
    }

    private static Set<String> names(Set<Status> statuses) {
        return statuses.stream().map(Status::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> to(String names) {
        return new TreeSet<>(Set.of(names.split(" ")));
    }
}
