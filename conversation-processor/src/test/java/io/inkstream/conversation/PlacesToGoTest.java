package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig.TourStop;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Where clients live and where the artist works: pins on the map, and namesakes of other countries. */
class PlacesToGoTest {
    @Test
    void pinWithoutAName_isTheCityAtThatPlace() {
        Talk.upTo(Question.LOCATION_CITY)
                .sends(new MessageContent.Location(51.5074, -0.1278, null, null))
                .replies("question.instagram_handle")
                .hasAnswer("location", location -> assertThat(location.city()).isEqualTo("London"));
    }

    @Test
    void pinOfACafe_isTheCityAroundIt() {
        Talk.upTo(Question.LOCATION_CITY)
                .sends(new MessageContent.Location(53.8008, -1.5491, "Joe's Cafe", "1 High Street"))
                .replies("question.instagram_handle")
                .hasAnswer("location", location -> assertThat(location.city()).isEqualTo("Leeds"));
    }

    @Test
    void pinInTheSea_asksAgainWithoutAStrike() {
        Talk.upTo(Question.LOCATION_CITY)
                .sends(new MessageContent.Location(0.0, -30.0, null, null))
                .replies("question.location_city")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void pinElsewhere_isNothingWeCanRead() {
        Talk.upTo(Question.STYLE)
                .sends(new MessageContent.Location(51.5, -0.1, null, null))
                .replies("media.unsupported");
    }

    @Test
    void namesakeOfATourStop_inAnotherCountry_isNotServed() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("Manchester, USA")
                .replies("question.instagram_handle")
                .says("none")
                .replies("question.travel_city")
                .says("none")
                .says("flexible")
                .hasStatus(Status.TOUR_CONVERSION_OFFERED);
    }

    @Test
    void tourStop_isServed_howeverTheSettingsSpellItsCountry() {
        var stop = new TourStop("Manchester", "UK", LocalDate.parse("2026-12-23"), LocalDate.parse("2026-12-27"));
        Talk.with(Studios.studio().tour(stop))
                .says("A fine line dragon curling round my arm")
                .says("left forearm")
                .says("10x15cm")
                .says("fine line")
                .says("2")
                .says("no")
                .says("no")
                .says("£500")
                .says("Manchester")
                .says("none")
                .says("flexible")
                .hasStatus(Status.PENDING_APPROVAL)
                .hasEstimate(estimate -> assertThat(estimate.region()).isEqualTo("UK"));
    }
}
