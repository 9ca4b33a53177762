package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.LeadEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pictures, voice notes, places on the map, reactions. */
class OtherContentTest {
    @Test
    void picturesInABurst_getOneReply() {
        Talk.upTo(Question.DIMENSIONS)
                .sendsPicture(null)
                .sendsPicture(null)
                .sendsPicture(null)
                .replies("media.kept")
                .after(Duration.ofSeconds(61))
                .sendsPicture(null)
                .replies("media.kept");
    }

    @Test
    void picture_answersTheQuestionAboutReferencesOnly() {
        Talk.upTo(Question.REFERENCE_IMAGES)
                .sendsPicture(null)
                .replies("question.budget")
                .sendsPicture(null)
                .silent()
                .asks("budget");
    }

    @Test
    void caption_mayAnswerATextQuestion() {
        Talk.upTo(Question.PLACEMENT).sendsPicture("on my left calf").replies("question.dimensions");
    }

    @Test
    void caption_neverAnswersAMeasure() {
        Talk.upTo(Question.DIMENSIONS)
                .sendsPicture("like this one")
                .replies("media.kept")
                .asks("dimensions");
    }

    @Test
    void twentyPictures_areEnough() {
        var talk = Talk.upTo(Question.DIMENSIONS);
        for (int i = 0; i < 20; i++) {
            talk.sendsPicture(null).after(Duration.ofSeconds(61)).quietly();
        }

        talk.sendsPicture(null).replies("media.enough");
    }

    @Test
    void reaction_isNothing() {
        Talk.upTo(Question.DIMENSIONS)
                .sends(new MessageContent.Reaction("wamid.ours", "👍"))
                .ignored("reaction");
    }

    @Test
    void thumbsUp_onOurNewestYesNoQuestion_isAYes() {
        var talk = Talk.upTo(Question.PLACEMENT).says("left forearm, 10x15cm").quietly();

        talk.lastMessageWas(
                        talk.toClient().commandId(),
                        io.inkstream.schemas.outbound.SendReceipt.Outcome.SENT,
                        "wamid.ours")
                .sends(new MessageContent.Reaction("wamid.ours", "👍🏽"))
                .replies("question.style");
    }

    @Test
    void pin_answersTheCityByItsName() {
        Talk.upTo(Question.LOCATION_CITY)
                .sends(new MessageContent.Location(53.8, -1.55, null, "Leeds, United Kingdom"))
                .replies("question.instagram_handle")
                .hasAnswer("location", location -> assertThat(location.city()).isEqualTo("Leeds"));
    }

    @Test
    void pin_elsewhere_isNotRead() {
        Talk.upTo(Question.STYLE)
                .sends(new MessageContent.Location(53.8, -1.55, "Home", null))
                .replies("media.unsupported")
                .asks("style");
    }

    @Test
    void editedAndRevokedMessages_changeNothing() {
        Talk.upTo(Question.STYLE)
                .sends(new MessageContent.Edited("wamid.1", "blackwork"))
                .ignored("edited-message")
                .sends(new MessageContent.Revoked("wamid.1"))
                .ignored("revoked-message");
    }

    @Test
    void answer_isAnEventWithItsReason() {
        var talk = Talk.upTo(Question.DIMENSIONS).says("about 10x15cm please");

        assertThat(talk.lastDecision().events()).hasAtLeastOneElementOfType(LeadEvent.AnswerRecorded.class);
        assertThat(talk.lastDecision().why()).anyMatch(reason -> reason.rule().equals("size.pair"));
    }

    @Test
    void decisions_sayByWhichRuleAndFromWhichWords() {
        why(Talk.upTo(Question.DIMENSIONS).says("about 10x15 please"), "dimensions", "size.", "10x15");
        why(Talk.upTo(Question.STYLE).says("can i speak to someone"), "intent", "intent.", "can i speak to someone");
        why(Talk.upTo(Question.STYLE).says("how much is it?"), "question", "question.topic", "how much is it?");
        why(Talk.upTo(Question.STYLE).says("I'm so nervous"), "handover", "trigger.soft", "I'm so nervous");
        why(Talk.upTo(Question.DIMENSIONS).says("banana"), "dimensions", "not-understood.", "banana");
    }

    private static void why(Talk talk, String field, String rule, String span) {
        assertThat(talk.lastDecision().why())
                .as(talk.lastDecision().why().toString())
                .anyMatch(reason -> field.equals(reason.field())
                        && reason.rule().startsWith(rule)
                        && String.valueOf(reason.span()).contains(span));
    }

    @Test
    void healthWords_areNotQuotedInTheReasons() {
        var talk = Talk.upTo(Question.STYLE).says("I have epilepsy").replies("handover.sensitive");
        assertThat(talk.lastDecision().why().toString()).doesNotContain("epilepsy");
    }
}
