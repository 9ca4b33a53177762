package io.inkstream.conversation;

import io.inkstream.schemas.lead.Status;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One enquiry.
 *
 * @param since when it came to its status
 * @param returnTo the status that was left for OPTOUT, ABANDONED or STALE
 * @param handover present while a person has the conversation
 * @param hold present once the artist wrote to the client
 * @param times what happened when, by the names that the API shows
 * @param messages what the latest messages were about; absent in values of the first release
 * @param settling present while the next question waits for the end of a burst
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
        Map<String, Instant> times,
        @Nullable Trail messages,
        @Nullable Settling settling) {

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
                Map.of("createdAt", at),
                Trail.EMPTY,
                null);
    }

    boolean isHeldByArtist(Instant at) {
        return hold != null && hold.until().isAfter(at);
    }

    Trail trail() {
        return messages == null ? Trail.EMPTY : messages;
    }

    @Nullable
    Instant time(String name) {
        return times.get(name);
    }

    Lead in(Status newStatus, Instant at) {
        return changed(lead -> {
            lead.status = newStatus;
            lead.since = at;
            lead.clock = clock.atStage(0);
        });
    }

    Lead withVersion(long newVersion) {
        return changed(lead -> lead.version = newVersion);
    }

    Lead with(Consultation newConsultation) {
        return changed(lead -> lead.consultation = newConsultation);
    }

    Lead with(Review newReview) {
        return changed(lead -> lead.review = newReview);
    }

    Lead with(Counts newCounts) {
        return changed(lead -> lead.counts = newCounts);
    }

    Lead with(Clock newClock) {
        return changed(lead -> lead.clock = newClock);
    }

    Lead with(Trail newTrail) {
        return changed(lead -> lead.messages = newTrail);
    }

    Lead settling(@Nullable Settling newSettling) {
        return changed(lead -> lead.settling = newSettling);
    }

    Lead returningTo(@Nullable Status newReturnTo) {
        return changed(lead -> lead.returnTo = newReturnTo);
    }

    Lead handedOver(@Nullable Handover newHandover) {
        return changed(lead -> lead.handover = newHandover);
    }

    Lead heldBy(@Nullable ArtistHold newHold) {
        return changed(lead -> lead.hold = newHold);
    }

    Lead withholding(@Nullable Withheld newWithheld) {
        return changed(lead -> lead.withheld = newWithheld);
    }

    Lead closedBecause(String reason) {
        return changed(lead -> lead.closedBecause = reason);
    }

    Lead at(String name, Instant time) {
        var copy = new TreeMap<>(times);
        copy.put(name, time);
        return changed(lead -> lead.times = copy);
    }

    private Lead changed(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.done();
    }

    /** A lead while one thing in it is being changed. */
    private static final class Copy {
        private final Lead before;
        private Status status;
        private Instant since;
        private long version;
        private Consultation consultation;
        private Review review;
        private @Nullable Status returnTo;
        private @Nullable Handover handover;
        private @Nullable ArtistHold hold;
        private @Nullable Withheld withheld;
        private @Nullable String closedBecause;
        private Counts counts;
        private Clock clock;
        private Map<String, Instant> times;
        private @Nullable Trail messages;
        private @Nullable Settling settling;

        Copy(Lead before) {
            this.before = before;
            status = before.status;
            since = before.since;
            version = before.version;
            consultation = before.consultation;
            review = before.review;
            returnTo = before.returnTo;
            handover = before.handover;
            hold = before.hold;
            withheld = before.withheld;
            closedBecause = before.closedBecause;
            counts = before.counts;
            clock = before.clock;
            times = before.times;
            messages = before.messages;
            settling = before.settling;
        }

        Lead done() {
            return new Lead(
                    before.leadId,
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
                    times,
                    messages,
                    settling);
        }
    }
}
