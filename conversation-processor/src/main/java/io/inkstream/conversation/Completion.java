package io.inkstream.conversation;

import io.inkstream.conversation.estimate.Estimator;
import io.inkstream.conversation.estimate.HardPlacements;
import io.inkstream.conversation.estimate.Piece;
import io.inkstream.conversation.understanding.Places;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Estimate;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of the consultation: estimate, the region's minimum, the tour, then the artist's decision (original A.7, spec §4). */
final class Completion {
    private static final int COMPLEXITY_WHEN_UNKNOWN = 2;

    private Completion() {}

    static void run(Turn turn) {
        turn.consultation(consultation -> consultation.asking(null));
        if (turn.lead().time("qualifyingCompletedAt") == null) {
            turn.lead(lead -> lead.at("qualifyingCompletedAt", turn.now()));
        }
        var estimate = estimate(turn);
        if (estimate.belowMinimum()) {
            askForMore(turn, estimate);
        } else if (!TourOffers.offeredInstead(turn)) {
            submit(turn);
        }
    }

    /** An answer changed while the artist decides: new figures, and a fresh notice. */
    static void refresh(Turn turn) {
        turn.consultation(consultation -> consultation.asking(null));
        estimate(turn);
        Notices.newLead(turn, true);
    }

    static Estimate estimate(Turn turn) {
        var estimate = Estimator.estimate(piece(turn), budgetMinor(turn), sessionRegion(turn), turn.settings());
        if (!estimate.equals(turn.lead().review().estimate())) {
            turn.happened(new LeadEvent.EstimateMade(estimate));
            turn.growsVersion();
        }
        turn.lead(lead -> lead.with(lead.review().estimated(estimate, "")));
        var summary = Summary.of(turn);
        turn.lead(lead -> lead.with(lead.review().estimated(estimate, summary)));
        return estimate;
    }

    private static void submit(Turn turn) {
        turn.reach(Status.PENDING_APPROVAL, "consultation-complete");
        turn.lead(lead -> lead.handedOver(null));
        turn.say("review.submitted", turn.render("review.submitted", turn.values()));
        Notices.newLead(turn, false);
    }

    private static void askForMore(Turn turn, Estimate estimate) {
        var values = turn.values();
        var budget = turn.consultation().text(Question.BUDGET, "");
        var minimum = Money.text(estimate.minBudgetMinor(), estimate.currency());
        values.put("minimum", minimum);
        values.put("budget", budget);
        values.put("city", sessionCity(turn));
        turn.because("budget.below-minimum");
        turn.reach(Status.NEEDS_FOLLOW_UP, "budget-below-minimum");
        turn.lead(lead -> lead.handedOver(new Handover("budget", Status.PENDING_APPROVAL, null)));
        turn.say("followup.budget", turn.render("followup.budget", values));
        Notices.followUp(turn, Notices.reason(turn, "budget", Map.of("budget", budget, "minimum", minimum)));
    }

    private static Piece piece(Turn turn) {
        var consultation = turn.consultation();
        var size = consultation.answer(Question.DIMENSIONS);
        return new Piece(
                area(size),
                size != null && size.sizeClass() != null,
                complexity(consultation.text(Question.COMPLEXITY, "")),
                consultation.text(Question.COVERUP, "").equals("yes"),
                HardPlacements.isHard(
                        consultation.text(Question.PLACEMENT, ""),
                        turn.settings().hardPlacements()));
    }

    private static @Nullable Double area(@Nullable Answer size) {
        return size == null || size.widthCm() == null || size.heightCm() == null
                ? null
                : size.widthCm().multiply(size.heightCm()).doubleValue();
    }

    private static int complexity(String text) {
        return switch (text) {
            case "1" -> 1;
            case "3" -> 3;
            default -> COMPLEXITY_WHEN_UNKNOWN;
        };
    }

    /** The budget in the studio's currency; null when unknown, or in a currency without a rate. */
    private static @Nullable Long budgetMinor(Turn turn) {
        var budget = turn.consultation().answer(Question.BUDGET);
        if (budget == null || budget.amountMinor() == null) {
            return null;
        }
        var isOurs = turn.settings().currency().equals(budget.currency());
        var rate = isOurs ? BigDecimal.ONE : turn.settings().currencyRates().get(String.valueOf(budget.currency()));
        return rate == null ? null : Long.valueOf(Money.converted(budget.amountMinor(), rate));
    }

    /** Terms follow the city of the session: an agreed or wished tour stop, else home. */
    private static String sessionRegion(Turn turn) {
        var stop = Tours.stopIn(turn, sessionCity(turn), null);
        var country = stop == null ? turn.settings().homeCountry() : stop.country();
        var region = Places.regionOf(country);
        return region == null ? "UK" : region;
    }

    private static String sessionCity(Turn turn) {
        var agreed = turn.lead().review().sessionCity();
        if (agreed != null) {
            return agreed;
        }
        var wished = Tours.wished(turn);
        var city = wished == null ? null : wished.city();
        return wished != null && city != null && Tours.stopIn(turn, city, wished.country()) != null
                ? city
                : turn.settings().homeCity();
    }

    static boolean knowsCountry(Turn turn) {
        return Answers.location(
                                turn.consultation().answer(Question.LOCATION_CITY),
                                turn.consultation().answer(Question.LOCATION_COUNTRY))
                        .region()
                != null;
    }
}
