package io.inkstream.conversation;

import io.inkstream.schemas.lead.Estimate;
import io.inkstream.schemas.lead.LeadSnapshot.Approval;
import io.inkstream.schemas.lead.LeadSnapshot.Tour;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a finished consultation.
 *
 * @param sessionCity where the piece would be done: home, a tour stop, or null when not settled
 * @param paidMinor money received, in minor units of the studio's currency
 */
record Review(
        @Nullable Estimate estimate,
        @Nullable String summary,
        @Nullable String sessionCity,
        @Nullable Tour tour,
        @Nullable Approval approval,
        long paidMinor,
        @Nullable Instant paidAt) {

    static final Review EMPTY = new Review(null, null, null, null, null, 0, null);

    Review estimated(Estimate newEstimate, String newSummary) {
        return new Review(newEstimate, newSummary, sessionCity, tour, approval, paidMinor, paidAt);
    }

    Review in(@Nullable String newSessionCity, @Nullable Tour newTour) {
        return new Review(estimate, summary, newSessionCity, newTour, approval, paidMinor, paidAt);
    }

    Review approved(Approval newApproval) {
        return new Review(estimate, summary, sessionCity, tour, newApproval, paidMinor, paidAt);
    }

    Review paid(long amountMinor, Instant at) {
        return new Review(
                estimate, summary, sessionCity, tour, approval, paidMinor + amountMinor, paidAt == null ? at : paidAt);
    }
}
