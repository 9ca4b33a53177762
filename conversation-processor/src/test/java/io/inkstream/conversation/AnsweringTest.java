package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig.Switches;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers to the open question are taken, asked back, repaired and kept. */
class AnsweringTest {

    // --- which question comes next

    @Test
    void country_isAskedOnlyWhenTheCityDidNotGiveIt() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("Little Snoring")
                .replies("question.location_country")
                .says("England")
                .replies("question.instagram_handle")
                .hasAnswer("location", location -> {
                    assertThat(location.city()).isEqualTo("Little Snoring");
                    assertThat(location.country()).isEqualTo("United Kingdom");
                    assertThat(location.region()).isEqualTo("UK");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "London, question.timing",
        "Manchester, question.timing",
        "Leeds, question.travel_city",
        "Paris, question.travel_city"
    })
    void travelCity_isAskedOnlyWhereTheArtistWillNotBe(String city, String next) {
        Talk.upTo(Question.LOCATION_CITY).says(city).says("@jane").hasReplied("question.instagram_handle", next);
    }

    @Test
    void onlyACountry_isKeptAndTheCityAskedAgainWithoutAStrike() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("the UK")
                .replies("question.location_city")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty())
                .says("Little Snoring")
                .replies("question.instagram_handle")
                .hasAnswer(
                        "location", location -> assertThat(location.country()).isEqualTo("United Kingdom"));
    }

    // --- not understood

    @Test
    void budget_isRepairedTwiceThenHandedOver() {
        Talk.upTo(Question.BUDGET)
                .says("plenty")
                .replies("repair.budget.1")
                .says("enough")
                .replies("repair.budget.2")
                .says("lots")
                .replies("handover.parse-failure")
                .tellsArtistSaying("artist.handover", "budget");
    }

    @Test
    void city_isRepairedTwiceThenHandedOver() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("no")
                .replies("repair.location.1")
                .says("yes")
                .replies("repair.location.2")
                .says("same")
                .replies("handover.parse-failure")
                .hasLead(lead -> assertThat(lead.parseFailures()).containsEntry("location_city", 3));
    }

    @Test
    void strikes_areForgottenWithTheNextGoodAnswer() {
        Talk.upTo(Question.DIMENSIONS)
                .says("banana")
                .says("purple")
                .says("10x15cm")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void choice_notUnderstoodThreeTimes_isLeftForTheArtistAndGoesOn() {
        Talk.upTo(Question.COMPLEXITY)
                .says("banana")
                .replies("question.complexity")
                .says("purple")
                .replies("question.complexity")
                .says("green")
                .replies("question.coverup")
                .hasAnswer("complexity", answer -> assertThat(answer.unknown()).isTrue());
    }

    // --- honest don't know

    @Test
    void unknownSize_getsAListToCompareAndATapAnswersIt() {
        Talk.upTo(Question.DIMENSIONS)
                .says("not sure")
                .replies("unsure.dimensions")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty())
                .taps("size:palm")
                .replies("question.style")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("10"));
    }

    @Test
    void unknownSize_saidTwice_isTakenAsUnknown() {
        Talk.upTo(Question.DIMENSIONS)
                .says("no idea")
                .replies("unsure.dimensions")
                .says("I really don't know")
                .replies("question.style")
                .hasAnswer("dimensions", size -> assertThat(size.unknown()).isTrue());
    }

    @Test
    void sleeve_isASizeClassWithoutASize() {
        Talk.upTo(Question.DIMENSIONS)
                .says("not sure")
                .quietly()
                .taps("size:half-sleeve")
                .replies("question.style")
                .hasAnswer("dimensions", size -> assertThat(size.sizeClass()).isEqualTo("XL"));
    }

    @Test
    void unknownBudget_mayBeQuoted() {
        Talk.upTo(Question.BUDGET)
                .says("I dunno, you tell me")
                .replies("unsure.budget")
                .taps("budget:quote")
                .replies("question.location_city")
                .hasAnswer("budget", budget -> assertThat(budget.unknown()).isTrue());
    }

    @Test
    void unknownBudget_mayBeNamedAfterAll() {
        Talk.upTo(Question.BUDGET)
                .says("no idea")
                .quietly()
                .taps("budget:figure")
                .replies("question.budget")
                .says("600")
                .replies("question.location_city");
    }

    @Test
    void anywhere_showsWhereTheArtistWorksAndIsTakenAsFlexible() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("anywhere")
                .repliesSaying("unsure.location", "London", "Manchester", "Berlin")
                .says("anywhere")
                .replies("question.location_country")
                .hasAnswer("location_city", city -> assertThat(city.unknown()).isTrue());
    }

    // --- bundles and guards

    @ParameterizedTest
    @CsvSource({
        "PLACEMENT, 10x15cm, guard.wrong-field",
        "PLACEMENT, 500, guard.wrong-field",
        "STYLE, £50, guard.wrong-field",
        "STYLE, £600 and my insta is @jane, guard.one-at-a-time",
        "LOCATION_CITY, 'anywhere, realism, £700', guard.one-at-a-time"
    })
    void wordsThatAnswerSomethingElse_advanceNothing(Question open, String text, String copyKey) {
        Talk.upTo(open).says(text).replies(copyKey).asks(open.key());
    }

    @Test
    void wrongField_isKeptForItsOwnQuestion() {
        Talk.upTo(Question.PLACEMENT)
                .says("10x15cm")
                .replies("guard.wrong-field")
                .says("left forearm")
                .repliesSaying("confirm.suggested", "10x15cm")
                .says("no")
                .replies("question.dimensions")
                .says("5x5cm")
                .replies("question.style");
    }

    @Test
    void suggestion_canBeAnsweredByAnotherValue() {
        Talk.upTo(Question.PLACEMENT)
                .says("left forearm, about 10x15cm")
                .repliesSaying("confirm.suggested", "10x15cm")
                .says("make it 12x12cm")
                .replies("question.style")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("12"));
    }

    @Test
    void suggestion_canBeTapped() {
        Talk.upTo(Question.PLACEMENT)
                .says("left forearm, about 10x15cm")
                .quietly()
                .taps("suggested:yes")
                .replies("question.style");
    }

    @Test
    void suggestion_isShownAsSuchAndIsNoAnswer() {
        Talk.upTo(Question.STYLE)
                .says("realism, budget £600")
                .replies("question.complexity")
                .hasAnswer("budget", budget -> {
                    assertThat(budget.suggested()).isEqualTo("£600");
                    assertThat(budget.amountMinor()).isNull();
                });
    }

    @Test
    void contradiction_isAskedAboutAndYesChangesIt() {
        Talk.upTo(Question.STYLE)
                .says("fine line, and 20x20cm please")
                .repliesSaying("confirm.changed", "10 x 15 cm", "20x20cm")
                .says("yes")
                .replies("question.complexity")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("20"));
    }

    @Test
    void contradiction_refused_keepsTheFirstAnswer() {
        Talk.upTo(Question.STYLE)
                .says("fine line, and 20x20cm please")
                .quietly()
                .taps("changed:no")
                .replies("question.complexity")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("10"));
    }

    @Test
    void contradiction_ignored_isReadAsTheNextAnswer() {
        Talk.upTo(Question.STYLE)
                .says("fine line, and 20x20cm please")
                .quietly()
                .says("3")
                .replies("question.coverup")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("10"));
    }

    @Test
    void strictBundles_askEveryBundleAgainAndKeepNothing() {
        var strict = new Switches(false, false, List.of(), true);

        Talk.with(Studios.studio().switches(strict))
                .says("A fine line dragon curling round my arm")
                .quietly()
                .says("forearm, 10x15cm, £500")
                .replies("guard.one-at-a-time")
                .says("forearm")
                .replies("question.dimensions");
    }

    @Test
    void barely_plausibleValues_areAskedBack() {
        Talk.upTo(Question.DIMENSIONS)
                .says("12")
                .repliesSaying("confirm.suggested", "12 x 12 cm")
                .says("yes")
                .replies("question.style")
                .hasAnswer("dimensions", size -> assertThat(size.heightCm()).isEqualByComparingTo("12"));
    }

    @Test
    void enormousBudget_isAskedBack() {
        Talk.upTo(Question.BUDGET)
                .says("400k")
                .repliesSaying("confirm.suggested", "£400,000")
                .says("no")
                .replies("question.budget");
    }

    // --- questions to the studio, small talk

    @Test
    void knownQuestion_isAnsweredAndTheQuestionStands() {
        Talk.with(Studios.studio().answers(Map.of("address", "We are in London.")))
                .says("A fine line dragon curling round my arm")
                .quietly()
                .says("where is the studio?")
                .repliesSaying("answer.address", "We are in London.", "Where on your body")
                .asks("placement")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void questionThatIsAnAnswer_isTaken() {
        Talk.upTo(Question.STYLE).says("Can you do fine line?").replies("question.complexity");
    }

    @Test
    void question_atAMeasure_costsNoStrike() {
        Talk.upTo(Question.DIMENSIONS)
                .says("what do people usually take?")
                .replies("answer.noted")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "hello", "thanks", "🙏", "yes"})
    void smallTalk_atTheIdea_repeatsTheQuestion(String text) {
        Talk.begin().says("hi").quietly().says(text).replies("question.idea").asks("idea");
    }

    // --- edits

    @Test
    void change_withAValue_isDoneAtOnce() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("change budget to 600")
                .repliesSaying("edit.done", "£600", "Which city do you live in?")
                .asks("location_city")
                .hasAnswer("budget", budget -> assertThat(budget.amountMinor()).isEqualTo(600_00));
    }

    @Test
    void change_withoutAValue_asksThatQuestionAndComesBack() {
        Talk.upTo(Question.BUDGET)
                .says("change size")
                .replies("question.dimensions")
                .says("5x5cm")
                .replies("question.budget")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("5"));
    }

    @Test
    void change_ofSomething_showsTheRecap() {
        Talk.upTo(Question.BUDGET).says("change something").repliesSaying("edit.which", "dragon", "10 x 15 cm");
    }

    @Test
    void change_ofWhatWasNeverAnswered_isAnAnswer() {
        Talk.begin()
                .says("hi")
                .quietly()
                .says("change of seasons with four trees")
                .replies("question.placement");
    }

    // --- taps

    @Test
    void taps_actOnTheirIds() {
        Talk.upTo(Question.COMPLEXITY)
                .taps("complexity:3")
                .replies("question.coverup")
                .taps("coverup:no")
                .replies("question.reference_images")
                .hasAnswer("complexity", level -> assertThat(level.text()).isEqualTo("3"));
    }

    @Test
    void oldTap_editsItsField() {
        Talk.upTo(Question.BUDGET)
                .taps("complexity:3")
                .repliesSaying("edit.done", "budget")
                .asks("budget")
                .taps("complexity:3")
                .ignored("tapped-again");
    }

    @Test
    void unknownTap_repeatsTheQuestion() {
        Talk.upTo(Question.BUDGET).taps("nonsense").replies("question.budget");
    }

    @Test
    void templateButton_countsByItsTitle() {
        Talk.upTo(Question.BUDGET)
                .sends(new MessageContent.Tap("payload", "STOP", MessageContent.TapSource.TEMPLATE))
                .replies("optout.confirmed");
    }

    // --- cover-up, age

    @Test
    void coverUp_yes_goesToTheArtistAndReturnsToTheNextQuestion() {
        Talk.upTo(Question.COVERUP)
                .says("yes")
                .replies("handover.coverup")
                .hasStatus(Status.NEEDS_ARTIST_REPLY)
                .says("CONTINUE")
                .replies("question.reference_images");
    }

    @Test
    void coverUp_denied_isNoCoverUp() {
        Talk.upTo(Question.COVERUP).says("no, not a cover up").replies("question.reference_images");
    }

    @Test
    void somebodyElse_isAskedForTheirAge() {
        Talk.upTo(Question.STYLE)
                .says("I'd like to book it for my daughter")
                .replies("age.ask")
                .taps("age:adult")
                .replies("question.style")
                .hasStatus(Status.QUALIFYING);
    }

    @Test
    void minor_isRefusedAndHearsItAtMostOnceADay() {
        Talk.upTo(Question.STYLE)
                .says("I'm 16 btw")
                .quietly()
                .says("I am 16")
                .replies("age.refused")
                .hasStatus(Status.REJECTED)
                .hasLead(lead -> assertThat(lead.handoverReason()).isEqualTo("UNDER_AGE"))
                .says("please")
                .silent()
                .after(Duration.ofHours(25))
                .says("please")
                .replies("age.refused")
                .says("I am 18 now")
                .replies("welcome");
    }

    // --- late lines

    @Test
    void lateLine_isAddedToTheAnswerBeforeAndNotAnswered() {
        Talk.upTo(Question.PLACEMENT)
                .saidEarlier(Duration.ofSeconds(30), "with little clouds")
                .silent()
                .asks("placement")
                .hasAnswer("idea", idea -> assertThat(idea.text()).endsWith("arm\nwith little clouds"));
    }

    @Test
    void lateLine_beforeAnyAnswer_isTheIdeaAndGrows() {
        Talk.begin()
                .says("hi")
                .quietly()
                .saidEarlier(Duration.ofSeconds(30), "I want a dragon")
                .silent()
                .says("with little clouds")
                .replies("question.placement")
                .hasAnswer("idea", idea -> assertThat(idea.text()).isEqualTo("I want a dragon\nwith little clouds"));
    }

    @Test
    void lateLine_thatFitsTheOpenQuestion_isOfferedWhenItIsPutAgain() {
        Talk.upTo(Question.DIMENSIONS)
                .saidEarlier(Duration.ofSeconds(30), "10x15cm")
                .silent()
                .asks("dimensions")
                .after(Duration.ofHours(13))
                .repliesSaying("reminder.qualifying.1", "10x15cm", "Is that right?")
                .says("yes")
                .replies("question.style");
    }

    @Test
    void lateStop_actsAnyway() {
        Talk.upTo(Question.DIMENSIONS)
                .saidEarlier(Duration.ofMinutes(5), "STOP")
                .replies("optout.confirmed");
    }

    @Test
    void messageOfTheSameSecond_isNotLate() {
        Talk.upTo(Question.DIMENSIONS)
                .saidEarlier(Duration.ofSeconds(3), "10x15cm")
                .replies("question.style");
    }

    // --- other kinds of messages

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
}
