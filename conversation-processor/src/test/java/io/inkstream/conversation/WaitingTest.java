package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client hears while somebody else has to act. */
class WaitingTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING_APPROVAL, review.waiting",
        "AWAITING_DEPOSIT, slots.none",
        "DEPOSIT_PAID, booking.pending",
        "BOOKING_PENDING, booking.pending",
        "BOOKED, booking.note",
        "WAITLISTED, tour.waitlisted",
        "COLLECTING_TIME_WINDOWS, windows.ask",
        "DEPOSIT_EXPIRED, deposit.expired",
        "NEEDS_ARTIST_REPLY, handover.holding",
        "NEEDS_FOLLOW_UP, handover.holding"
    })
    void otherText_isKeptAndTheNoteComesAtMostOnceInSixHours(Status status, String copyKey) {
        Talk.in(status)
                .says("I forgot to say that it should face left")
                .replies(copyKey)
                .happened(LeadEvent.NoteStored.class)
                .says("and it should smile")
                .silent()
                .happened(LeadEvent.NoteStored.class)
                .after(Duration.ofHours(6))
                .quietly()
                .says("and it needs wings")
                .hasStatus(status)
                .replies(copyKey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks", "ok", "👍", "Thank you so much", "great, thanks!"})
    void smallTalk_whileWaiting_getsNoReply(String text) {
        Talk.submitted().says(text).ignored("small-talk-while-waiting");
    }

    @Test
    void question_whileWaiting_isAnsweredWhenTheStudioHasAnAnswer() {
        Talk.submitted().says("how much is a sleeve?").repliesSaying("answer.price", "Prices depend");
    }

    @Test
    void otherQuestion_whileWaiting_isKept() {
        Talk.submitted().says("any news?").replies("review.waiting");
    }

    @Test
    void picture_whileWaiting_isKept() {
        Talk.submitted().sendsPicture(null).replies("media.kept").happened(LeadEvent.MediaKept.class);
    }

    @Test
    void edit_whileTheArtistDecides_refreshesEstimateAndNotice() {
        Talk.submitted()
                .says("change size to 20x20cm")
                .repliesSaying("edit.done", "20 x 20 cm")
                .tellsArtistSaying("artist.new-lead", "20 x 20 cm", "{link:approve}")
                .hasStatus(Status.PENDING_APPROVAL)
                .hasEstimate(estimate -> assertThat(estimate.category()).isEqualTo("XL"));
    }

    @Test
    void edit_inTwoSteps_whileTheArtistDecides() {
        Talk.submitted()
                .says("change size")
                .replies("question.dimensions")
                .says("5x5cm")
                .repliesSaying("edit.done", "5 x 5 cm")
                .tellsArtist("artist.new-lead")
                .hasStatus(Status.PENDING_APPROVAL)
                .asks(null);
    }

    @Test
    void noteOfABookedClient_goesToTheArtist() {
        Talk.in(Status.BOOKED)
                .says("can I bring my sister along")
                .replies("booking.note")
                .tellsArtistSaying("artist.reply", "sister");
    }

    @Test
    void runningLate_isToldAtOnce() {
        Talk.in(Status.BOOKED).says("sorry, running late").replies("late.noted").tellsArtist("artist.alert");
    }

    @Test
    void cancel_withoutABooking_asksWhat() {
        Talk.upTo(Question.STYLE)
                .says("cancel")
                .repliesSaying("cancel.which", "STOP", "What style")
                .asks("style");
    }

    @Test
    void cancel_ofABooking_goesToAPerson() {
        Talk.in(Status.BOOKED)
                .says("I need to cancel my appointment")
                .replies("handover.human")
                .tellsArtistSaying("artist.handover", "change or cancel")
                .hasStatus(Status.BOOKED);
    }
}
