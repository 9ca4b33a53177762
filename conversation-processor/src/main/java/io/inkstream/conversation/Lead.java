package io.inkstream.conversation;

import io.inkstream.schemas.lead.Status;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One enquiry.
 *
 * @param since when it came to its status
 * @param returnTo the status that was left for OPTOUT, ABANDONED or STALE
 * @param handover present while a person has the conversation
 * @param hold present once the artist wrote to the client
 * @param times what happened when, by the names that the API shows
 */
record Lead(
        String leadId,
        Status status,
        Instant since,
        long version,
        Consultation consultation,
        Review review,
        @Nullable Status returnTo,
        @Nullable Handover handover,
        @Nullable ArtistHold hold,
        @Nullable Withheld withheld,
        @Nullable String closedBecause,
        Counts counts,
        Clock clock,
        Map<String, Instant> times) {

    Lead {
        times = Collections.unmodifiableMap(times);
    }

    static Lead opened(String leadId, Instant at) {
        return new Lead(
                leadId,
                Status.NEW,
                at,
                1,
                Consultation.EMPTY,
                Review.EMPTY,
                null,
                null,
                null,
                null,
                null,
                Counts.NONE,
                Clock.STOPPED,
                Map.of("createdAt", at));
    }

    boolean isHeldByArtist(Instant at) {
        return hold != null && hold.until().isAfter(at);
    }

    @Nullable
    Instant time(String name) {
        return times.get(name);
    }

    Lead in(Status newStatus, Instant at) {
        return new Lead(
                leadId,
                newStatus,
                at,
                version,
                consultation,
                review,
                returnTo,
                handover,
                hold,
                withheld,
                closedBecause,
                counts,
                clock.atStage(0),
                times);
    }

    Lead withVersion(long newVersion) {
        return new Lead(
                leadId,
                status,
                since,
                newVersion,
                consultation,
                review,
                returnTo,
                handover,
                hold,
                withheld,
                closedBecause,
                counts,
                clock,
                times);
    }

    Lead with(Consultation newConsultation) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                newConsultation,
                review,
                returnTo,
                handover,
                hold,
                withheld,
                closedBecause,
                counts,
                clock,
                times);
    }

    Lead with(Review newReview) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                newReview,
                returnTo,
                handover,
                hold,
                withheld,
                closedBecause,
                counts,
                clock,
                times);
    }

    Lead with(Counts newCounts) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                review,
                returnTo,
                handover,
                hold,
                withheld,
                closedBecause,
                newCounts,
                clock,
                times);
    }

    Lead with(Clock newClock) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                review,
                returnTo,
                handover,
                hold,
                withheld,
                closedBecause,
                counts,
                newClock,
                times);
    }

    Lead returningTo(@Nullable Status newReturnTo) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                review,
                newReturnTo,
                handover,
                hold,
                withheld,
                closedBecause,
                counts,
                clock,
                times);
    }

    Lead handedOver(@Nullable Handover newHandover) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                review,
                returnTo,
                newHandover,
                hold,
                withheld,
                closedBecause,
                counts,
                clock,
                times);
    }

    Lead heldBy(@Nullable ArtistHold newHold) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                review,
                returnTo,
                handover,
                newHold,
                withheld,
                closedBecause,
                counts,
                clock,
                times);
    }

    Lead withholding(@Nullable Withheld newWithheld) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                review,
                returnTo,
                handover,
                hold,
                newWithheld,
                closedBecause,
                counts,
                clock,
                times);
    }

    Lead closedBecause(String reason) {
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                review,
                returnTo,
                handover,
                hold,
                withheld,
                reason,
                counts,
                clock,
                times);
    }

    Lead at(String name, Instant time) {
        var copy = new TreeMap<>(times);
        copy.put(name, time);
        return new Lead(
                leadId,
                status,
                since,
                version,
                consultation,
                review,
                returnTo,
                handover,
                hold,
                withheld,
                closedBecause,
                counts,
                clock,
                copy);
    }
}
