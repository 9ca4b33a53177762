package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Place;
import io.inkstream.conversation.understanding.Places;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.conversation.understanding.YesNo;
import io.inkstream.schemas.config.StudioConfig.TourStop;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.LeadSnapshot.Tour;
import io.inkstream.schemas.lead.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of a city where the artist will not be is offered the next stop of the tour (spec §4). */
final class TourOffers {
    private static final double SURE = 0.6;

    private TourOffers() {}

    /** Offers the next stop when the client's city is not served; false when it is, or when there is no tour to speak of. */
    static boolean offeredInstead(Turn turn) {
        var wished = Tours.wished(turn);
        var city = wished == null ? null : wished.city();
        var agreed = turn.lead().review().sessionCity();
        if (agreed != null || wished == null || city == null) {
            settle(turn, agreed);
            return false;
        }
        if (turn.settings().tourStops().isEmpty() || Tours.isServed(turn, wished)) {
            settle(turn, Tours.isServed(turn, wished) ? city : null);
            return false;
        }
        var stops = Tours.stops(turn);
        if (stops.isEmpty()) {
            waitlist(turn, city, null);
        } else {
            offer(turn, city, stops.getFirst());
        }
        return true;
    }

    private static void settle(Turn turn, @Nullable String city) {
        var tour = turn.lead().review().tour();
        if (city != null) {
            turn.lead(lead -> lead.with(lead.review().in(city, tour)));
        }
    }

    private static void offer(Turn turn, String wished, TourStop stop) {
        turn.because("tour.next-stop-offered");
        turn.reach(Status.TOUR_CONVERSION_OFFERED, "city-not-on-tour");
        turn.lead(lead ->
                lead.handedOver(null).with(lead.review().in(null, new Tour(wished, stop.city(), null, false))));
        turn.say("tour.offer", turn.render("tour.offer", offerValues(turn)));
    }

    private static void waitlist(Turn turn, String wished, @Nullable String declined) {
        turn.reach(Status.WAITLISTED, declined == null ? "no-stop-to-offer" : "offer-declined");
        turn.lead(lead -> lead.handedOver(null)
                .with(lead.review()
                        .in(null, new Tour(wished, declined, declined == null ? null : Boolean.FALSE, true))));
        sayWaitlisted(turn);
    }

    static void sayWaitlisted(Turn turn) {
        turn.say("tour.waitlisted", turn.render("tour.waitlisted", offerValues(turn)));
    }

    /** The answer to an offer. */
    static void answered(Turn turn, Utterance text) {
        switch (YesNo.read(text).taken()) {
            case YES -> accept(turn);
            case NO -> decline(turn);
            case null -> {
                Notes.keep(turn, new Said.Words(text));
                turn.say("tour.unclear", turn.render("tour.unclear", offerValues(turn)));
            }
        }
    }

    /** "I could come to London": where the artist works, and not what was offered. False when the words name no such city. */
    static boolean namedAnotherCity(Turn turn, Utterance text, Intent intent) {
        if (intent == Intent.QUESTION
                || !(Answers.read(Question.TRAVEL_CITY, text, turn.settings())
                        instanceof Reading.Understood<Answer> named)) {
            return false;
        }
        var city = named.value().city();
        var isKnown = Places.read(text, turn.settings().homeCountry()) instanceof Reading.Understood<Place> place
                && place.confidence() > SURE;
        if (city == null || !isKnown || !Tours.isServed(turn, named.value())) {
            return false;
        }
        turn.because("tour.named-city");
        Qualifying.take(turn, Question.TRAVEL_CITY, named.value(), named.rule(), text);
        turn.lead(lead -> lead.with(lead.review().in(city, lead.review().tour())));
        Completion.run(turn);
        return true;
    }

    /** Whether an offer that was declined could still be taken up. */
    static boolean stillStands(Turn turn) {
        var tour = turn.lead().review().tour();
        return turn.lead().status() == Status.WAITLISTED
                && tour != null
                && tour.offeredCity() != null
                && Tours.stopIn(turn, tour.offeredCity(), null) != null;
    }

    static void accept(Turn turn) {
        var tour = turn.lead().review().tour();
        if (tour == null || tour.offeredCity() == null) {
            turn.ignore("no-offer");
            return;
        }
        turn.because("tour.accepted");
        turn.growsVersion();
        turn.lead(lead -> lead.with(
                lead.review().in(tour.offeredCity(), new Tour(tour.requestedCity(), tour.offeredCity(), true, false))));
        Completion.run(turn);
    }

    static void decline(Turn turn) {
        var tour = turn.lead().review().tour();
        turn.because("tour.declined");
        var wished =
                tour == null || tour.requestedCity() == null ? turn.settings().homeCity() : tour.requestedCity();
        waitlist(turn, wished, tour == null ? null : tour.offeredCity());
    }

    /** The offer again, as it stands. */
    static void sayAgain(Turn turn) {
        turn.say("tour.offer", turn.render("tour.offer", offerValues(turn)));
    }

    static Map<String, String> offerValues(Turn turn) {
        var values = turn.values();
        var tour = turn.lead().review().tour();
        var offered =
                tour == null || tour.offeredCity() == null ? turn.settings().homeCity() : tour.offeredCity();
        var wished =
                tour == null || tour.requestedCity() == null ? turn.settings().homeCity() : tour.requestedCity();
        var stop = Tours.stopIn(turn, offered, null);
        values.put("city", ClientWords.quoted(wished));
        values.put("offer", offered);
        values.put("dates", stop == null ? "" : Tours.dates(turn, stop));
        return values;
    }
}
