package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients with open business who describe another piece, and clients with several enquiries. */
class WhichEnquiryTest {
    private static final String ANOTHER = "I'd like another tattoo, a rose on my ankle";

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING_APPROVAL", "AWAITING_DEPOSIT", "BOOKING_PENDING", "BOOKED", "WAITLISTED"})
    void anotherPiece_whileSomethingIsOpen_isAskedBack(Status status) {
        Talk.in(status).quietly().says(ANOTHER).replies("enquiry.which").hasStatus(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enquiry:new", "New tattoo", "a new one"})
    void newTattoo_opensAnEnquiryBesideTheOpenOne(String choice) {
        var talk = Talk.in(Status.BOOKED).quietly();
        var booked = talk.lead().leadId();
        talk.says(ANOTHER).replies("enquiry.which");

        choose(talk, choice)
                .repliesSaying("welcome", "\"on my ankle\"")
                .hasStatus(Status.QUALIFYING)
                .hasAnswer("idea", idea -> assertThat(idea.text()).contains("rose"))
                .says("left ankle")
                .replies("question.dimensions");

        assertThat(talk.lead().leadId()).isNotEqualTo(booked);
        talk.command(new LeadAction.Ask("See you on Friday!"), booked, null)
                .replies("artist.message")
                .hasStatus(Status.BOOKED);
    }

    @Test
    void aboutMyBooking_isPassedOn() {
        Talk.in(Status.BOOKED)
                .quietly()
                .says(ANOTHER)
                .replies("enquiry.which")
                .taps("enquiry:booking")
                .replies("booking.note")
                .tellsArtistSaying("artist.reply", "rose on my ankle")
                .hasStatus(Status.BOOKED);
    }

    @Test
    void somethingElse_afterTheQuestion_standsForItself() {
        Talk.submitted()
                .says(ANOTHER)
                .replies("enquiry.which")
                .says("any news?")
                .replies("review.waiting");
    }

    @Test
    void lateArrival_withTwoEnquiries_isOfTheBookedOne() {
        twoEnquiries().says("I'm running late").replies("late.noted").hasStatus(Status.BOOKED);
    }

    @Test
    void answers_withTwoEnquiries_areOfTheOneThatAsks() {
        twoEnquiries()
                .says("I'm running late")
                .quietly()
                .says("left ankle")
                .replies("question.dimensions")
                .hasStatus(Status.QUALIFYING);
    }

    @Test
    void timers_ofBothEnquiries_run() {
        twoEnquiries().after(Duration.ofHours(13)).replies("reminder.qualifying.1");
    }

    @Test
    void stop_withTwoEnquiries_silencesBoth() {
        twoEnquiries()
                .says("stop")
                .replies("optout.confirmed")
                .after(Duration.ofDays(5))
                .silent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't want another tattoo, just asking",
                "can I change my appointment to a tattoo on my leg",
                "I want to see the design of my tattoo on my arm",
                "thanks, I love tattoos"
            })
    void otherTalk_isNoOtherPiece(String text) {
        var talk = Talk.in(Status.BOOKED).quietly().says(text);
        assertThat(talk.lastDecision().messages())
                .extracting(OutgoingMessage::copyKey)
                .doesNotContain("enquiry.which");
    }

    private static Talk twoEnquiries() {
        return Talk.in(Status.BOOKED)
                .says(ANOTHER)
                .taps("enquiry:new")
                .quietly()
                .hasStatus(Status.QUALIFYING);
    }

    private static Talk choose(Talk talk, String choice) {
        return choice.contains(":") ? talk.taps(choice) : talk.says(choice);
    }
}
