package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers to the open question are taken, asked back and repaired. */
class AnsweringTest {
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
}
