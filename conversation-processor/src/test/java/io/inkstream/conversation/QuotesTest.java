package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Replies that quote an older message are read against it. */
class QuotesTest {
    @Test
    void reply_quotingAnOlderQuestion_changesItsAnswer() {
        Talk.upTo(Question.BUDGET)
                .saysQuoting("question.dimensions", "12x18cm")
                .repliesSaying("edit.done", "12 x 18 cm", "budget")
                .asks("budget")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("12"));
    }

    @Test
    void reply_quotingTheClientsOwnAnswer_changesIt() {
        Talk.upTo(Question.BUDGET)
                .saysQuoting("left forearm", "sorry, I meant my right forearm")
                .replies("edit.done")
                .hasAnswer("placement", place -> assertThat(place.text()).isEqualTo("my right forearm"));
    }

    @Test
    void reply_thatAddsToTheQuotedIdea_keepsIt() {
        Talk.upTo(Question.BUDGET)
                .saysQuoting("A fine line dragon curling round my arm", "and a rose in its mouth")
                .replies("edit.done")
                .hasAnswer("idea", idea -> assertThat(idea.text()).contains("dragon", "rose"));
    }

    @Test
    void reply_quotingTheOpenQuestion_isItsAnswer_howeverLate() {
        var talk = Talk.upTo(Question.STYLE).says("fine line").quietly();
        talk.saysQuoting("question.complexity", "2").replies("question.coverup");
    }

    @Test
    void reply_withoutAValue_asksTheQuotedQuestionAgain() {
        Talk.upTo(Question.BUDGET)
                .saysQuoting("question.dimensions", "banana")
                .replies("question.dimensions")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty())
                .says("5x5cm")
                .replies("question.budget");
    }

    @Test
    void question_quotingAQuestion_isAnsweredAndStoredNowhere() {
        Talk.upTo(Question.BUDGET)
                .saysQuoting("question.dimensions", "how much is that?")
                .replies("answer.price")
                .asks("budget")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("10"));
    }

    @Test
    void reply_quotingAnUnknownMessage_isAnOrdinaryAnswer() {
        Talk.upTo(Question.BUDGET).saysQuoting("welcome", "£500").replies("question.location_city");
    }

    @Test
    void reply_whileTheArtistDecides_refreshesTheNotice() {
        Talk.submitted()
                .saysQuoting("question.budget", "£700")
                .repliesSaying("edit.done", "£700")
                .tellsArtist("artist.new-lead")
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void stop_quotingAnything_isStop() {
        Talk.upTo(Question.BUDGET).saysQuoting("question.dimensions", "stop").replies("optout.confirmed");
    }

    @Test
    void reply_whileAPersonHasTheConversation_goesToThatPerson() {
        Talk.upTo(Question.BUDGET)
                .says("human")
                .quietly()
                .saysQuoting("question.dimensions", "12x18cm")
                .replies("handover.holding")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("10"));
    }

    @Test
    void reply_afterTheMinimumWasNamed_raisesTheQuotedBudget() {
        Talk.upTo(Question.BUDGET)
                .says("£250")
                .says("London")
                .says("none")
                .says("flexible")
                .quietly()
                .hasStatus(Status.NEEDS_FOLLOW_UP)
                .saysQuoting("£250", "£450 then")
                .replies("review.submitted")
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void anotherCity_onTheWaitingList_isWhereTheArtistWorks() {
        waitlisted()
                .says("I could come to London after all")
                .replies("review.submitted")
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void change_onTheWaitingList_isMade() {
        waitlisted().says("change size to 5x5cm").replies("edit.done").hasStatus(Status.WAITLISTED);
    }

    @Test
    void oldTourButton_onTheWaitingList_takesTheOfferUp() {
        waitlisted().taps("tour:yes").replies("review.submitted").hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void change_besideATourOffer_endsWithTheOffer() {
        offered().says("change size to 5x5cm").repliesSaying("edit.done", "5 x 5 cm", "Manchester");
    }

    @Test
    void doubleTap_isOneTap_andAnOldButtonBringsTheOpenQuestion() {
        var talk = Talk.upTo(Question.STYLE)
                .says("realism, £600")
                .says("2")
                .says("no")
                .says("no")
                .quietly()
                .taps("suggested:yes")
                .replies("question.location_city");
        talk.taps("suggested:yes").silent();
        talk.after(Duration.ofMinutes(2)).taps("suggested:yes").replies("question.location_city");
    }

    private static Talk offered() {
        return Talk.upTo(Question.LOCATION_CITY)
                .says("Edinburgh")
                .says("none")
                .says("none")
                .says("flexible")
                .quietly()
                .hasStatus(Status.TOUR_CONVERSION_OFFERED);
    }

    private static Talk waitlisted() {
        return offered().says("no thanks").quietly().hasStatus(Status.WAITLISTED);
    }
}
