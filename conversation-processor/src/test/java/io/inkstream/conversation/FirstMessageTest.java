package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstMessageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi",
                "Hello! I want to book a tattoo please",
                "Can I get more info on this?",
                "How much is a small one?",
                "thanks",
                "👋",
                "",
                "hey there, are you free in March?"
            })
    void talkWithoutAPiece_isWelcomedAndAskedForTheIdea(String text) {
        Talk.begin().says(text).replies("welcome").asks("idea").hasStatus(Status.QUALIFYING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A fine line dragon curling round my arm",
                "Hi! I'd like a realistic lion portrait",
                "can you do a phoenix rising from ashes?",
                "hey, small swallow, old school"
            })
    void firstMessage_withTwoContentWords_becomesTheIdea(String text) {
        Talk.begin()
                .says(text)
                .replies("welcome")
                .asks("placement")
                .hasAnswer("idea", idea -> assertThat(idea.text()).isEqualTo(text));
    }

    @Test
    void welcome_saysWhatItMust() {
        Talk.begin()
                .says("hi")
                .repliesSaying(
                        "welcome",
                        "automatic",
                        "over-18s",
                        "HUMAN",
                        "STOP",
                        "https://studio.example/privacy",
                        "What would you like tattooed?");
    }

    @Test
    void question_inTheFirstMessage_isAnsweredBeforeTheWelcome() {
        Talk.with(Studios.studio().answers(Map.of("price", "It depends on the piece.")))
                .says("how much is a small one?")
                .repliesSaying("welcome", "It depends on the piece.", "automatic assistant");
    }

    @Test
    void bundle_inTheFirstMessage_isTheIdeaAndTheRestIsOfferedLater() {
        Talk.begin()
                .says("A dragon with roses, 10x15cm, £500")
                .replies("welcome")
                .asks("placement")
                .says("forearm")
                .repliesSaying("confirm.suggested", "10x15cm")
                .says("yes")
                .replies("question.style")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("10"));
    }

    @Test
    void stop_asTheFirstWord_opensNothingButRemembersIt() {
        Talk.begin()
                .says("STOP")
                .replies("optout.confirmed")
                .hasStatus(Status.OPTOUT)
                .hasLead(lead -> assertThat(lead.consent()).isEqualTo(Consent.OPTED_OUT))
                .says("START")
                .replies("optin.resumed")
                .hasStatus(Status.QUALIFYING)
                .asks("idea");
    }

    @Test
    void human_asTheFirstWord_handsOverAndComesBackToTheIdea() {
        Talk.begin()
                .says("can I talk to a person please")
                .replies("handover.human")
                .hasStatus(Status.NEEDS_ARTIST_REPLY)
                .says("continue")
                .replies("question.idea");
    }

    @Test
    void coverUp_inTheFirstMessage_goesToTheArtistAtOnce() {
        Talk.begin()
                .says("Cover-up of an old name with a big rose")
                .replies("handover.coverup")
                .hasStatus(Status.NEEDS_ARTIST_REPLY)
                .asks("placement")
                .hasAnswer("coverup", answer -> assertThat(answer.text()).isEqualTo("yes"))
                .tellsArtist("artist.handover");
    }

    @Test
    void wrongNumber_closesWithoutReminders() {
        Talk.begin()
                .says("sorry wrong number")
                .replies("closed.wrong-number")
                .hasStatus(Status.CANCELLED)
                .after(java.time.Duration.ofDays(3))
                .silent();
    }

    @Test
    void minor_inTheFirstMessage_isRefusedKindly() {
        Talk.begin()
                .says("hi, I am 16 and want a tattoo")
                .replies("age.refused")
                .hasStatus(Status.REJECTED);
    }

    @Test
    void spanish_isAnsweredInSpanish() {
        Talk.begin()
                .says("hola, quiero un tatuaje de un dragón enorme")
                .repliesSaying("welcome", "asistente automático", "En qué parte del cuerpo")
                .hasLead(lead -> assertThat(lead.locale()).isEqualTo("es"))
                .says("English")
                .repliesSaying("language.switched", "Where on your body");
    }

    @Test
    void studioInSpanish_answersSpanishWhenTheMessageDoesNotSay() {
        Talk.with(Studios.studio().locale("es")).says("ok").repliesSaying("welcome", "asistente automático");
    }

    @Test
    void picture_first_isKeptAndWelcomed() {
        Talk.begin()
                .sendsPicture(null)
                .happened(LeadEvent.MediaKept.class)
                .replies("welcome")
                .asks("idea");
    }

    @Test
    void groupMessage_opensNothing() {
        Talk.begin().writesInAGroup("hi all").ignored("group-message");
    }

    @Test
    void voiceNote_first_isWelcomed() {
        Talk.begin()
                .sends(new MessageContent.Media(MessageContent.MediaType.VOICE, "m1", null, null, null, null, null))
                .replies("welcome");
    }

    @Test
    void utterance_isNeverPrinted() {
        assertThat(Utterance.of("my secret")).hasToString("Utterance[9 characters]");
    }
}
