package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The acceptance journeys, played on the rules alone. */
class JourneysTest {

    @Test
    void plainConsultation_whenEveryQuestionIsAnswered_waitsForTheArtist() {
        Talk.begin()
                .says("hi")
                .replies("welcome")
                .says("A fine line dragon curling round my arm")
                .replies("question.placement")
                .says("left forearm")
                .replies("question.dimensions")
                .says("10x15cm")
                .replies("question.style")
                .says("fine line")
                .replies("question.complexity")
                .says("2")
                .replies("question.coverup")
                .says("no")
                .replies("question.reference_images")
                .says("no")
                .replies("question.budget")
                .says("£500")
                .replies("question.location_city")
                .says("London")
                .replies("question.instagram_handle")
                .says("@jane_1990")
                .replies("question.timing")
                .says("flexible")
                .replies("review.submitted")
                .tellsArtistSaying("artist.new-lead", "{link:approve}", "{link:reject}", "dragon", "10 x 15 cm", "£500")
                .hasStatus(Status.PENDING_APPROVAL)
                .asks(null)
                .hasAnswer("dimensions", size -> {
                    assertThat(size.widthCm()).isEqualByComparingTo("10");
                    assertThat(size.heightCm()).isEqualByComparingTo("15");
                })
                .hasAnswer("budget", budget -> {
                    assertThat(budget.amountMinor()).isEqualTo(500_00);
                    assertThat(budget.currency()).isEqualTo("GBP");
                })
                .hasAnswer("location", location -> {
                    assertThat(location.city()).isEqualTo("London");
                    assertThat(location.country()).isEqualTo("United Kingdom");
                    assertThat(location.region()).isEqualTo("UK");
                })
                .hasAnswer("instagram_handle", handle -> {
                    assertThat(handle.text()).isEqualTo("jane_1990");
                    assertThat(handle.said()).isEqualTo("@jane_1990");
                })
                .hasEstimate(estimate -> {
                    assertThat(estimate.category()).isEqualTo("LARGE");
                    assertThat(estimate.depositMinor()).isEqualTo(200_00);
                    assertThat(estimate.minBudgetMinor()).isEqualTo(400_00);
                })
                .hasLead(lead -> assertThat(lead.times())
                        .containsKeys(
                                "createdAt",
                                "qualifyingStartedAt",
                                "qualifyingCompletedAt",
                                "pendingApprovalAt",
                                "lastClientMessageAt"));
    }

    @Test
    void threeStrikes_whenTheSizeCannotBeRead_bringTheArtistInOnce() {
        Talk.upTo(Question.DIMENSIONS)
                .says("banana")
                .replies("repair.dimensions.1")
                .hasLead(lead -> assertThat(lead.parseFailures()).containsEntry("dimensions", 1))
                .says("purple")
                .replies("repair.dimensions.2")
                .says("banana again")
                .replies("handover.parse-failure")
                .hasStatus(Status.NEEDS_ARTIST_REPLY)
                .tellsArtist("artist.handover")
                .says("hello?")
                .replies("handover.holding")
                .says("anyone?")
                .silent()
                .says("CONTINUE")
                .replies("question.dimensions")
                .hasStatus(Status.QUALIFYING)
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty())
                .says("10 by 12")
                .replies("question.style")
                .tellsArtist();
    }

    @Test
    void stop_whenInMidConsultation_endsEverythingUntilAnOptInWord() {
        Talk.upTo(Question.BUDGET)
                .says("Stop.")
                .replies("optout.confirmed")
                .hasStatus(Status.OPTOUT)
                .hasLead(lead -> assertThat(lead.consent()).isEqualTo(Consent.OPTED_OUT))
                .says("how much is a sleeve?")
                .silent()
                .says("START")
                .replies("optin.resumed")
                .hasStatus(Status.QUALIFYING)
                .asks("budget")
                .hasLead(lead -> assertThat(lead.consent()).isEqualTo(Consent.GRANTED));
    }

    @Test
    void bundle_whenNothingAnswersTheOpenQuestion_isOfferedLater() {
        Talk.upTo(Question.STYLE)
                .says("£600 and my insta is @jane_1990")
                .replies("guard.one-at-a-time")
                .asks("style")
                .says("realism")
                .replies("question.complexity")
                .says("2")
                .replies("question.coverup")
                .says("no")
                .replies("question.reference_images")
                .says("none")
                .repliesSaying("confirm.suggested", "600")
                .says("yes")
                .replies("question.location_city")
                .hasAnswer("budget", budget -> assertThat(budget.amountMinor()).isEqualTo(600_00));
    }

    @Test
    void human_whenAskedFor_takesOverUntilHandBack() {
        Talk.upTo(Question.COMPLEXITY)
                .says("can I talk to a human?")
                .replies("handover.human")
                .hasStatus(Status.NEEDS_ARTIST_REPLY)
                .tellsArtist("artist.handover")
                .command(new LeadAction.HandBack(null))
                .replies("question.complexity")
                .hasStatus(Status.QUALIFYING)
                .asks("complexity");
    }

    @Test
    void budget_whenBelowTheMinimum_goesToAPersonAndNotToARefusal() {
        Talk.upTo(Question.BUDGET)
                .says("£250")
                .says("London")
                .says("@jane_1990")
                .quietly()
                .says("flexible")
                .repliesSaying("followup.budget", "£400", "£250")
                .hasStatus(Status.NEEDS_FOLLOW_UP)
                .tellsArtist("artist.follow-up");
    }

    @Test
    void picture_whenATextQuestionIsOpen_isKeptAndTheQuestionStands() {
        Talk.upTo(Question.DIMENSIONS).sendsPicture(null).replies("media.kept").asks("dimensions");
    }

    @Test
    void silence_whenTwelveHoursLong_bringsOneReminderAndTheTalkGoesOn() {
        Talk.upTo(Question.STYLE)
                .after(Duration.ofHours(13))
                .replies("reminder.qualifying.1")
                .says("blackwork")
                .replies("question.complexity");
    }
}
