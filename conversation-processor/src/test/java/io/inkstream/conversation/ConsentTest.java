package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    private static final Set<Status> KEEP_THEIR_STATUS = EnumSet.of(
            Status.DEPOSIT_PAID,
            Status.BOOKING_PENDING,
            Status.BOOKED,
            Status.ABANDONED,
            Status.STALE,
            Status.REJECTED,
            Status.CANCELLED,
            Status.REFUNDED);

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "OPTOUT")
    void stop_inAnyStatus_optsOutWithOneConfirmation(Status status) {
        var expected = KEEP_THEIR_STATUS.contains(status) ? status : Status.OPTOUT;

        Talk.in(status)
                .says("STOP")
                .replies("optout.confirmed")
                .hasStatus(expected)
                .hasLead(lead -> assertThat(lead.consent()).isEqualTo(Consent.OPTED_OUT))
                .says("hello?")
                .silent()
                .after(Duration.ofDays(5))
                .silent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DEPOSIT_PAID", "BOOKING_PENDING", "BOOKED"})
    void stop_whenPaid_saysThatTheBookingStandsAndTellsTheArtist(Status status) {
        Talk.in(status)
                .says("stop")
                .repliesSaying("optout.confirmed", "booking stands")
                .tellsArtist("artist.alert");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {
                "PENDING_APPROVAL",
                "AWAITING_DEPOSIT",
                "NEEDS_ARTIST_REPLY",
                "NEEDS_FOLLOW_UP",
                "TOUR_CONVERSION_OFFERED",
                "WAITLISTED",
                "COLLECTING_TIME_WINDOWS",
                "DEPOSIT_EXPIRED"
            })
    void optIn_returnsToTheStatusThatWasLeft(Status status) {
        Talk.in(status)
                .says("STOP")
                .quietly()
                .says("Start")
                .replies("optin.resumed")
                .hasStatus(status)
                .hasLead(lead -> assertThat(lead.consent()).isEqualTo(Consent.GRANTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "ok", "hello", "CONTINUE", "please answer", "stop"})
    void otherWords_fromAnOptedOutPerson_areStoredAndNotAnswered(String text) {
        Talk.upTo(Question.BUDGET).says("STOP").quietly().says(text).silent().hasStatus(Status.OPTOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "restart", "Resume!", "subscribe", "UNSTOP", "alta", "please start"})
    void optInWords_reopen(String text) {
        Talk.upTo(Question.BUDGET)
                .says("STOP")
                .quietly()
                .says(text)
                .repliesSaying("optin.resumed", "budget")
                .asks("budget");
    }

    @Test
    void howBack_isSaidOnceEverAndNotOnTheFirstDay() {
        Talk.upTo(Question.BUDGET)
                .says("STOP")
                .quietly()
                .after(Duration.ofHours(23))
                .says("are you there?")
                .silent()
                .after(Duration.ofHours(2))
                .says("are you there?")
                .replies("optout.how-back")
                .after(Duration.ofDays(30))
                .says("hello")
                .silent()
                .says("START")
                .replies("optin.resumed")
                .says("STOP")
                .replies("optout.confirmed")
                .after(Duration.ofDays(3))
                .says("hello")
                .silent();
    }

    @Test
    void confirmation_mayGoOutDespiteTheOptOut() {
        var talk = Talk.upTo(Question.BUDGET).says("STOP");

        assertThat(talk.toClient().allowAfterOptOut()).isTrue();
        assertThat(talk.lastDecision().events()).contains(new LeadEvent.ConsentChanged(Consent.OPTED_OUT));
    }

    @Test
    void commands_toAnOptedOutClient_areRefused() {
        Talk.upTo(Question.BUDGET)
                .says("STOP")
                .quietly()
                .command(new LeadAction.Ask("hello?"))
                .rejected(LeadEvent.Rejection.OPTED_OUT)
                .silent();
    }

    @Test
    void reject_ofAnOptedOutLead_isDoneInSilence() {
        Talk.upTo(Question.BUDGET)
                .says("STOP")
                .quietly()
                .command(new LeadAction.Reject(null))
                .hasStatus(Status.REJECTED)
                .silent();
    }

    @Test
    void stopInACaption_countsToo() {
        Talk.upTo(Question.BUDGET).sendsPicture("STOP").replies("optout.confirmed");
    }

    @Test
    void stopWhileTheArtistHolds_countsToo() {
        Talk.upTo(Question.BUDGET)
                .command(new LeadAction.Ask("Hi, Robin here"))
                .quietly()
                .says("please stop")
                .replies("optout.confirmed")
                .hasStatus(Status.OPTOUT);
    }
}
