package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.LeadEvent.Rejection;
import io.inkstream.schemas.lead.LeadSnapshot.Approval;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final LeadAction APPROVE = new LeadAction.Approve(null, null, null);

    @Test
    void approve_takesTheEstimatesFiguresAndPromisesNoSlots() {
        Talk.submitted()
                .command(APPROVE)
                .replies("slots.none")
                .hasStatus(Status.AWAITING_DEPOSIT)
                .happened(LeadEvent.CommandAccepted.class)
                .hasLead(lead -> {
                    assertThat(lead.approval()).isEqualTo(new Approval(975_00, 1_300_00, 200_00));
                    assertThat(lead.times()).containsKey("approvedAt");
                });
    }

    @Test
    void approve_takesTheArtistsFiguresFirst() {
        Talk.submitted()
                .command(new LeadAction.Approve(800_00L, null, 250_00L))
                .hasLead(lead -> assertThat(lead.approval()).isEqualTo(new Approval(800_00, 800_00, 250_00)));
    }

    @Test
    void approve_withSenselessFigures_isRejected() {
        Talk.submitted()
                .command(new LeadAction.Approve(800_00L, 700_00L, null))
                .rejected(Rejection.INVALID)
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING_APPROVAL", "STALE", "NEEDS_FOLLOW_UP", "NEEDS_ARTIST_REPLY"},
            mode = EnumSource.Mode.EXCLUDE)
    void approve_elsewhere_isForbidden(Status status) {
        Talk.in(status)
                .command(APPROVE)
                .rejected(Rejection.FORBIDDEN_STATUS)
                .hasStatus(status)
                .silent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING_APPROVAL", "STALE", "NEEDS_FOLLOW_UP", "NEEDS_ARTIST_REPLY"})
    void approve_isAllowedWhereTheArtistHasToDecide(Status status) {
        Talk.in(status).command(APPROVE).hasStatus(Status.AWAITING_DEPOSIT).replies("slots.none");
    }

    @Test
    void approve_inMidConsultation_estimatesWhatIsKnown() {
        Talk.upTo(Question.STYLE)
                .says("human")
                .quietly()
                .command(APPROVE)
                .hasStatus(Status.AWAITING_DEPOSIT)
                .asks(null)
                .hasEstimate(estimate -> assertThat(estimate.category()).isEqualTo("LARGE"));
    }

    @Test
    void command_withAStaleVersion_isRejectedAndChangesNothing() {
        var talk = Talk.submitted();
        var seen = talk.lead().version();

        talk.says("change budget to 700")
                .quietly()
                .command(APPROVE, talk.lead().leadId(), seen)
                .rejected(Rejection.STALE_VERSION)
                .silent()
                .hasStatus(Status.PENDING_APPROVAL)
                .hasLead(lead -> assertThat(lead.version()).isEqualTo(seen + 1));
    }

    @Test
    void command_withoutAVersion_fitsAny() {
        var talk = Talk.submitted();

        talk.command(APPROVE, talk.lead().leadId(), null).hasStatus(Status.AWAITING_DEPOSIT);
    }

    @Test
    void command_forAnotherLead_isRejected() {
        Talk.submitted().command(APPROVE, "another", null).rejected(Rejection.UNKNOWN_LEAD);
    }

    @Test
    void reject_isToldKindlyAndTheNextMessageOpensANewEnquiry() {
        var talk = Talk.submitted().command(new LeadAction.Reject("not my style"));
        var first = talk.lead().leadId();

        talk.replies("review.rejected")
                .hasStatus(Status.REJECTED)
                .says("A small swallow then")
                .replies("welcome")
                .hasStatus(Status.QUALIFYING)
                .hasLead(lead -> assertThat(lead.leadId()).isNotEqualTo(first));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DEPOSIT_PAID", "BOOKING_PENDING", "BOOKED", "REJECTED", "CANCELLED", "REFUNDED"})
    void reject_ofPaidOrClosedLeads_isForbidden(Status status) {
        Talk.in(status).command(new LeadAction.Reject(null)).rejected(Rejection.FORBIDDEN_STATUS);
    }

    @Test
    void reject_afterAnUnexpectedPayment_isForbidden() {
        Talk.submitted()
                .paid("checkout.session.completed", 200_00)
                .quietly()
                .command(new LeadAction.Reject(null))
                .rejected(Rejection.FORBIDDEN_STATUS);
    }

    @Test
    void close_endsWithoutAWord() {
        Talk.upTo(Question.STYLE).command(new LeadAction.Close("spam")).silent().hasStatus(Status.CANCELLED);
    }

    @Test
    void ask_sendsTheArtistsWordsAndHoldsTheConversation() {
        Talk.upTo(Question.STYLE)
                .command(new LeadAction.Ask("Could you send me a photo of your arm?"))
                .repliesSaying("artist.message", "photo of your arm")
                .happened(LeadEvent.ArtistHeld.class)
                .hasStatus(Status.QUALIFYING)
                .hasLead(lead -> assertThat(lead.artistHolds()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void ask_isAllowedInAnyStatusThatConsentPermits(Status status) {
        var talk = Talk.in(status).command(new LeadAction.Ask("Hello"));

        if (status == Status.OPTOUT) {
            talk.rejected(Rejection.OPTED_OUT);
        } else {
            talk.replies("artist.message")
                    .says("yes, I am here")
                    .silent()
                    .tellsArtist("artist.reply")
                    .hasStatus(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void ask_withoutWords_isRejected(String text) {
        Talk.submitted().command(new LeadAction.Ask(text)).rejected(Rejection.INVALID);
    }

    @Test
    void handBack_whenNobodyHolds_isForbidden() {
        Talk.upTo(Question.STYLE).command(new LeadAction.HandBack(null)).rejected(Rejection.FORBIDDEN_STATUS);
    }

    @Test
    void handBack_toAnUnknownQuestion_isRejected() {
        Talk.upTo(Question.STYLE)
                .says("human")
                .quietly()
                .command(new LeadAction.HandBack("favourite_colour"))
                .rejected(Rejection.INVALID);
    }

    @Test
    void handBack_afterTheBudgetTalk_waitsForTheDecision() {
        Talk.upTo(Question.BUDGET)
                .says("£250")
                .says("London")
                .says("@jane")
                .says("flexible")
                .quietly()
                .command(new LeadAction.HandBack(null))
                .replies("handover.resumed")
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void version_growsOnlyWithWhatAPersonDecidesOn() {
        var talk = Talk.submitted();
        var version = talk.lead().version();

        talk.says("I forgot to say it should face left")
                .says("thanks")
                .sendsPicture(null)
                .after(Duration.ofHours(5))
                .hasLead(lead -> assertThat(lead.version()).isEqualTo(version))
                .says("change budget to 800")
                .hasLead(lead -> assertThat(lead.version()).isEqualTo(version + 1));
    }
}
