package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig.TourStop;
import io.inkstream.schemas.lead.LeadSnapshot.Tour;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from a finished consultation. */
class CompletionTest {

    @Test
    void homeCity_countsAsOnTour() {
        Talk.submitted().hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void cityOnTour_isServedThere() {
        fromCity("Berlin").says("flexible").replies("review.submitted").hasEstimate(estimate -> {
            assertThat(estimate.region()).isEqualTo("EUROPE");
            assertThat(estimate.minBudgetMinor()).isEqualTo(500_00);
        });
    }

    @Test
    void clientWhoTravelsHome_paysHomePrices() {
        fromCity("Paris")
                .says("London")
                .replies("question.timing")
                .says("flexible")
                .replies("review.submitted")
                .hasEstimate(estimate -> assertThat(estimate.region()).isEqualTo("UK"));
    }

    @Test
    void cityOffTour_isOfferedTheNextStop() {
        offered()
                .hasStatus(Status.TOUR_CONVERSION_OFFERED)
                .hasLead(lead -> assertThat(lead.tour()).isEqualTo(new Tour("Leeds", "Manchester", null, false)));
    }

    @Test
    void offerAccepted_goesToTheArtist() {
        offered()
                .says("yes please")
                .replies("review.submitted")
                .hasStatus(Status.PENDING_APPROVAL)
                .tellsArtistSaying("artist.new-lead", "Session in: Manchester")
                .hasLead(lead -> assertThat(lead.tour()).isEqualTo(new Tour("Leeds", "Manchester", true, false)));
    }

    @Test
    void offerAcceptedByTap_goesToTheArtist() {
        offered().taps("tour:yes").replies("review.submitted").hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void offerDeclined_waitlists() {
        offered()
                .says("no thanks")
                .repliesSaying("tour.waitlisted", "Leeds")
                .hasStatus(Status.WAITLISTED)
                .says("when will you come?")
                .quietly()
                .hasLead(lead -> assertThat(lead.tour()).isEqualTo(new Tour("Leeds", "Manchester", false, true)));
    }

    @Test
    void offerNeitherTakenNorLeft_isRepeatedInShort() {
        offered().says("hmm let me think").repliesSaying("tour.unclear", "Manchester");
    }

    @Test
    void offerUnanswered_isRepeatedOnceThenWaitlisted() {
        offered()
                .after(Duration.ofHours(25))
                .repliesSaying("slots.reminder", "Manchester")
                .after(Duration.ofHours(50))
                .silent()
                .hasStatus(Status.WAITLISTED);
    }

    @Test
    void emptySchedule_meansNoTourRule() {
        consultation(Studios.studio().tour(), "Leeds", "none")
                .says("flexible")
                .replies("review.submitted")
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void tourThatIsOver_leavesOnlyTheWaitingList() {
        var over =
                new TourStop("Bristol", "United Kingdom", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-05"));

        consultation(Studios.studio().tour(over), "Leeds", "none")
                .says("flexible")
                .replies("tour.waitlisted")
                .hasStatus(Status.WAITLISTED);
    }

    @Test
    void stopUnderWay_counts() {
        var now =
                new TourStop("Bristol", "United Kingdom", LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-25"));

        consultation(Studios.studio().tour(now), "Bristol", null)
                .says("flexible")
                .replies("review.submitted");
    }

    @ParameterizedTest
    @CsvSource({
        "£1k, PENDING_APPROVAL",
        "£399, NEEDS_FOLLOW_UP",
        "£400, PENDING_APPROVAL",
        "€450, NEEDS_FOLLOW_UP",
        "€500, PENDING_APPROVAL",
        "5000 SEK, PENDING_APPROVAL",
        "£300-£500, PENDING_APPROVAL"
    })
    void minimum_isComparedInTheStudiosCurrency(String budget, Status status) {
        Talk.upTo(Question.BUDGET)
                .says(budget)
                .says("London")
                .says("@jane")
                .says("flexible")
                .hasStatus(status);
    }

    @Test
    void unknownBudget_isNotBelowTheMinimum() {
        Talk.upTo(Question.BUDGET)
                .says("no idea")
                .taps("budget:quote")
                .says("London")
                .says("@jane")
                .says("flexible")
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void higherAmount_afterTheMinimumWasNamed_runsTheCompletionAgain() {
        belowMinimum()
                .says("ok I could do 450")
                .replies("review.submitted")
                .hasStatus(Status.PENDING_APPROVAL)
                .tellsArtist("artist.new-lead");
    }

    @Test
    void stillTooLow_isNamedAgain() {
        belowMinimum().says("£300?").replies("followup.budget").hasStatus(Status.NEEDS_FOLLOW_UP);
    }

    @Test
    void otherWords_afterTheMinimumWasNamed_waitForAPerson() {
        belowMinimum().says("let me think about it").replies("handover.holding").hasStatus(Status.NEEDS_FOLLOW_UP);
    }

    @Test
    void unknownCountry_isFlaggedForTheArtist() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("Ankh Morpork")
                .says("Narnia")
                .says("@jane")
                .says("London")
                .quietly()
                .says("flexible")
                .tellsArtistSaying("artist.new-lead", "country not known");
    }

    @Test
    void highDetail_isPointedOutAndDoesNotHandOver() {
        Talk.upTo(Question.COMPLEXITY)
                .says("3")
                .says("no")
                .says("no")
                .says("£900")
                .says("London")
                .says("@jane")
                .quietly()
                .says("flexible")
                .replies("review.submitted")
                .tellsArtistSaying("artist.new-lead", "high detail");
    }

    private static Talk belowMinimum() {
        return Talk.upTo(Question.BUDGET)
                .says("£250")
                .says("London")
                .says("@jane")
                .says("flexible")
                .quietly()
                .hasStatus(Status.NEEDS_FOLLOW_UP);
    }

    private static Talk offered() {
        var talk = fromCity("Leeds").says("none").quietly().says("flexible");
        return talk.repliesSaying("tour.offer", "Leeds", "Manchester", "23");
    }

    private static Talk fromCity(String city) {
        return consultation(Studios.studio(), city, null);
    }

    private static Talk consultation(Studios studio, String city, @org.jspecify.annotations.Nullable String travel) {
        var talk = Talk.with(studio).says("hi");
        for (var answer : java.util.List.of(
                "A fine line dragon", "left forearm", "10x15cm", "fine line", "2", "no", "no", "£700", city, "@jane")) {
            talk.says(answer);
        }
        return (travel == null ? talk : talk.says(travel)).quietly();
    }
}
