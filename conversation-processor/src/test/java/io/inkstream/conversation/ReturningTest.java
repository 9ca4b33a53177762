package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig.Switches;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients who come back, money nobody asked for, the studio's switches, and messages that had to wait. */
class ReturningTest {

    @Test
    void abandonedClient_isWelcomedBackAndTheMessageIsNoAnswer() {
        abandoned()
                .says("fine line")
                .repliesSaying("welcome.back", "dragon", "left forearm", "What style do you have in mind?")
                .hasStatus(Status.QUALIFYING)
                .asks("style")
                .hasLead(lead -> assertThat(lead.answers()).doesNotContainKey("style"))
                .says("fine line")
                .replies("question.complexity");
    }

    @Test
    void carryOn_repeatsTheQuestion() {
        abandoned().says("hello").quietly().taps("back:carry-on").replies("question.style");
    }

    @Test
    void startOver_opensANewEnquiry() {
        var talk = abandoned();
        var first = talk.lead().leadId();

        talk.says("hello")
                .quietly()
                .taps("back:start-over")
                .replies("welcome")
                .asks("idea")
                .hasLead(lead -> assertThat(lead.leadId()).isNotEqualTo(first));
    }

    @Test
    void afterThirtyDays_aNewEnquiryBegins() {
        var talk = abandoned();
        var first = talk.lead().leadId();

        talk.after(Duration.ofDays(31))
                .says("hello")
                .replies("welcome")
                .hasLead(lead -> assertThat(lead.leadId()).isNotEqualTo(first));
    }

    @Test
    void urgentWish_ofAnAbandonedClient_isHeardAtOnce() {
        abandoned()
                .says("can I talk to a human?")
                .replies("handover.human")
                .hasStatus(Status.NEEDS_ARTIST_REPLY)
                .says("continue")
                .replies("question.style");
    }

    @Test
    void staleReview_wakesUpWaitingForTheArtist() {
        Talk.submitted()
                .after(Duration.ofHours(73))
                .quietly()
                .hasStatus(Status.STALE)
                .says("any news?")
                .repliesSaying("welcome.back", "dragon")
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void artistsMessage_toAnAbandonedClient_isAnsweredToTheArtist() {
        abandoned()
                .command(new LeadAction.Ask("Still interested?"))
                .quietly()
                .says("yes!")
                .silent()
                .tellsArtist("artist.reply")
                .says("continue")
                .replies("question.style")
                .hasStatus(Status.QUALIFYING);
    }

    // --- money

    @Test
    void paymentNobodyAskedFor_isRecordedShownAndKept() {
        Talk.submitted()
                .paid("checkout.session.completed", 200_00)
                .happened(LeadEvent.PaymentRecorded.class)
                .happened(LeadEvent.PaymentUnexpected.class)
                .tellsArtistSaying("artist.alert", "£200")
                .silent()
                .hasStatus(Status.PENDING_APPROVAL)
                .hasLead(lead -> {
                    assertThat(lead.deposit()).isNotNull();
                    assertThat(String.valueOf(lead.deposit())).contains("paidMinor=20000");
                });
    }

    @Test
    void otherPaymentEvents_areRecordedAndAlarmNobody() {
        Talk.submitted()
                .paid("checkout.session.expired", 200_00)
                .happened(LeadEvent.PaymentRecorded.class)
                .tellsArtist();
    }

    @Test
    void paymentOfAnOptedOutClient_isRecordedInSilence() {
        Talk.submitted()
                .says("STOP")
                .quietly()
                .paid("checkout.session.completed", 200_00)
                .happened(LeadEvent.PaymentRecorded.class)
                .silent();
    }

    // --- switches

    @Test
    void panic_storesEverythingAndSaysSoOnce() {
        Talk.with(Studios.studio().switches(new Switches(true, false, List.of(), false)))
                .says("A dragon please")
                .happened(LeadEvent.NoteStored.class)
                .replies("paused.note")
                .says("hello?")
                .happened(LeadEvent.NoteStored.class)
                .silent()
                .says("STOP")
                .replies("optout.confirmed");
    }

    @Test
    void pilot_answersOnlyTheListedNumbers() {
        Talk.with(Studios.studio().switches(new Switches(false, false, List.of("447700900123"), false)))
                .says("A dragon please")
                .replies("pilot.note")
                .says("hello?")
                .silent();
    }

    @Test
    void pilot_knowsItsNumbersByTheirPseudonyms() {
        var talk = Talk.with(Studios.studio().switches(new Switches(false, false, List.of("447700900123"), false)))
                .as(io.inkstream.schemas.Ids.contactId("studio/447700900123"));

        talk.says("A dragon please").replies("welcome");
    }

    // --- outside the window

    @Test
    void messageThatWentOutAsATemplate_isSaidOnTheNextWord() {
        var talk = Talk.submitted().command(new LeadAction.Ask("Could you come in May?"));
        var commandId = talk.toClient().commandId();

        talk.quietly()
                .lastMessageWas(commandId, Outcome.SENT_AS_TEMPLATE, null)
                .happened(LeadEvent.MessageConcluded.class)
                .says("yes")
                .repliesSaying("artist.message", "Could you come in May?")
                .says("yes, May is fine")
                .silent()
                .tellsArtist("artist.reply", "artist.reply");
    }

    @Test
    void messageThatArrived_isNotSaidAgain() {
        var talk = Talk.submitted().command(new LeadAction.Ask("Could you come in May?"));
        var commandId = talk.toClient().commandId();

        talk.quietly()
                .lastMessageWas(commandId, Outcome.SENT, "wamid.1")
                .says("yes")
                .silent()
                .tellsArtist("artist.reply");
    }

    @Test
    void stop_comesBeforeWhatIsOwed() {
        var talk = Talk.submitted().command(new LeadAction.Ask("Could you come in May?"));
        var commandId = talk.toClient().commandId();

        talk.quietly()
                .lastMessageWas(commandId, Outcome.SENT_AS_TEMPLATE, null)
                .says("STOP")
                .replies("optout.confirmed");
    }

    @Test
    void reminderThatWentOutAsATemplate_isNotRepeated() {
        var talk = Talk.upTo(Question.STYLE).after(Duration.ofHours(37));
        var commandId = talk.toClient().commandId();

        talk.quietly()
                .lastMessageWas(commandId, Outcome.SENT_AS_TEMPLATE, null)
                .says("blackwork")
                .replies("question.complexity");
    }

    @Test
    void outcomeOfAnUnknownMessage_isOnlyRecorded() {
        Talk.begin()
                .lastMessageWas("nobody", Outcome.DEAD, null)
                .happened(LeadEvent.MessageConcluded.class)
                .silent();
    }

    private static Talk abandoned() {
        return Talk.upTo(Question.STYLE).after(Duration.ofHours(49)).quietly().hasStatus(Status.ABANDONED);
    }
}
