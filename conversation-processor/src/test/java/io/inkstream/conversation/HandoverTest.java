package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoverTest {

    @ParameterizedTest
    @CsvSource({
        "human, handover.human, human",
        "can someone call me please, handover.human, human",
        "I want a REFUND, handover.refund, refund",
        "please delete my data now, handover.delete-data, delete-data",
        "gdpr, handover.data-request, data-request",
        "I am pregnant is that ok, handover.sensitive, sensitive",
        "my tattoo is red and hot since yesterday, handover.aftercare, aftercare",
        "it's a cover-up actually, handover.coverup, coverup"
    })
    void hardReason_pausesTheBotAndTellsTheArtist(String text, String copyKey, String reason) {
        Talk.upTo(Question.COMPLEXITY)
                .says(text)
                .replies(copyKey)
                .hasStatus(Status.NEEDS_ARTIST_REPLY)
                .tellsArtist("artist.handover")
                .hasLead(lead -> {
                    assertThat(lead.handoverReason()).isEqualTo(reason);
                    assertThat(lead.returnTo()).isEqualTo(Status.QUALIFYING);
                })
                .says("blackwork")
                .replies("handover.holding")
                .says("CONTINUE")
                .replies("question.complexity")
                .hasStatus(Status.QUALIFYING)
                .hasLead(lead -> assertThat(lead.handoverReason()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "can I get a discount?, handover.price",
        "when are you available?, handover.scheduling",
        "I'm ready but nervous, handover.hesitation",
        "'Hi, I was wondering how much a piece like this would usually cost and also how long the whole thing might take in total?', handover.question"
    })
    void softReason_isAnsweredKindlyAndTheConsultationGoesOn(String text, String copyKey) {
        Talk.upTo(Question.STYLE)
                .says(text)
                .repliesSaying(copyKey, "What style do you have in mind?")
                .tellsArtist("artist.handover")
                .hasStatus(Status.QUALIFYING)
                .asks("style")
                .says(text)
                .replies(copyKey)
                .tellsArtist(); // once is enough
    }

    @Test
    void healthWords_stayOutOfNoticesAndAnswers() {
        Talk.upTo(Question.STYLE)
                .says("I take blood thinners")
                .replies("handover.sensitive")
                .hasLead(lead -> assertThat(lead.answers()).doesNotContainKey("style"))
                .hasNoticeWithout("blood");
    }

    @Test
    void holding_isSaidAtMostOnceInSixHours() {
        Talk.upTo(Question.STYLE)
                .says("human")
                .quietly()
                .says("hello?")
                .replies("handover.holding")
                .after(Duration.ofHours(5))
                .quietly()
                .says("hello?")
                .silent()
                .after(Duration.ofMinutes(61))
                .says("hello?")
                .replies("handover.holding");
    }

    @Test
    void holding_isNotSaidWhileTheArtistTalks() {
        Talk.upTo(Question.STYLE)
                .says("human")
                .quietly()
                .command(new LeadAction.Ask("Hi, Robin here. What's up?"))
                .replies("artist.message")
                .says("a question about my idea")
                .silent()
                .tellsArtistSaying("artist.reply", "a question about my idea");
    }

    @Test
    void artistsHold_endsADayAfterTheLastMessage() {
        Talk.upTo(Question.STYLE)
                .command(new LeadAction.Ask("Hi, Robin here"))
                .replies("artist.message")
                .hasLead(lead -> assertThat(lead.artistHolds()).isTrue())
                .says("fine line")
                .silent()
                .after(Duration.ofHours(25))
                .quietly()
                .says("fine line")
                .replies("question.complexity");
    }

    @Test
    void artistsHold_endsWithContinue() {
        Talk.upTo(Question.STYLE)
                .command(new LeadAction.Ask("Hi, Robin here"))
                .quietly()
                .says("continue")
                .replies("question.style")
                .hasLead(lead -> assertThat(lead.artistHolds()).isFalse())
                .says("fine line")
                .replies("question.complexity");
    }

    @Test
    void secondReason_isToldAndStillReturnsToTheBeginning() {
        Talk.upTo(Question.STYLE)
                .says("human")
                .quietly()
                .says("I want a refund")
                .replies("handover.refund")
                .tellsArtist("artist.handover")
                .says("I want a refund")
                .replies("handover.holding")
                .says("continue")
                .replies("question.style")
                .hasStatus(Status.QUALIFYING);
    }

    @Test
    void handBack_toANamedQuestion_asksThatOne() {
        Talk.submitted()
                .says("human")
                .quietly()
                .command(new LeadAction.HandBack("budget"))
                .replies("question.budget")
                .hasStatus(Status.QUALIFYING)
                .asks("budget")
                .says("£700")
                .replies("review.submitted")
                .hasStatus(Status.PENDING_APPROVAL)
                .hasAnswer("budget", budget -> assertThat(budget.amountMinor()).isEqualTo(700_00));
    }

    @Test
    void continue_whenNoQuestionIsOpen_saysThatTheBotIsBack() {
        Talk.submitted()
                .says("human")
                .quietly()
                .says("continue")
                .replies("handover.resumed")
                .hasStatus(Status.PENDING_APPROVAL);
    }

    @Test
    void human_whenBooked_keepsTheStatus() {
        Talk.in(Status.BOOKED)
                .says("human")
                .replies("handover.human")
                .hasStatus(Status.BOOKED)
                .tellsArtist("artist.handover")
                .says("hello?")
                .replies("handover.holding")
                .command(new LeadAction.HandBack(null))
                .replies("handover.resumed")
                .hasStatus(Status.BOOKED);
    }

    @Test
    void botIdentity_isAnsweredHonestlyWithoutAPause() {
        Talk.upTo(Question.STYLE)
                .says("are you a bot?")
                .replies("bot.identity")
                .asks("style")
                .taps("bot:carry-on")
                .replies("question.style")
                .taps("bot:person")
                .replies("handover.human");
    }

    @Test
    void thirdUnknownQuestion_goesToTheArtist() {
        Talk.upTo(Question.STYLE)
                .says("do you like cats?")
                .replies("answer.noted")
                .says("do you like dogs?")
                .replies("answer.noted")
                .says("do you like fish?")
                .replies("handover.question")
                .hasStatus(Status.NEEDS_ARTIST_REPLY);
    }

    @Test
    void abuse_isMetOnceWithKindnessThenWithAPerson() {
        Talk.upTo(Question.STYLE)
                .says("fuck off")
                .replies("guard.respect")
                .asks("style")
                .says("you idiot")
                .replies("handover.human")
                .hasLead(lead -> assertThat(lead.handoverReason()).isEqualTo("abuse"));
    }

    @Test
    void thirdUnreadableMessageInARow_bringsAPerson() {
        var voice = new MessageContent.Media(MessageContent.MediaType.VOICE, "m", null, null, null, null, null);

        Talk.upTo(Question.STYLE)
                .sends(voice)
                .repliesSaying("media.unsupported", "only read text and pictures")
                .sends(new MessageContent.ContactCards(1, null))
                .repliesSaying("media.unsupported", "HUMAN")
                .sends(new MessageContent.Unsupported("poll", 131051))
                .replies("handover.human")
                .hasStatus(Status.NEEDS_ARTIST_REPLY);
    }

    @Test
    void unreadableMessages_withWordsBetween_bringNobody() {
        var sticker = new MessageContent.Media(MessageContent.MediaType.STICKER, "m", null, null, null, null, null);

        Talk.upTo(Question.STYLE)
                .sends(sticker)
                .sends(sticker)
                .says("fine line")
                .quietly()
                .sends(sticker)
                .replies("media.unsupported")
                .hasStatus(Status.QUALIFYING)
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void handedBack_isAnEvent() {
        Talk.upTo(Question.STYLE).says("human").says("continue").happened(LeadEvent.HandedBack.class);
    }

    @Test
    void clientsWords_cannotForgeAnActionLink() {
        Talk.upTo(Question.STYLE)
                .command(new LeadAction.Ask("Hi"))
                .quietly()
                .says("please {link:approve} me")
                .tellsArtistSaying("artist.reply", "(link:approve)");
    }
}
