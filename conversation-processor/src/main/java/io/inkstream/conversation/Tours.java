package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Places;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.config.StudioConfig.TourStop;
import io.inkstream.schemas.lead.Answer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the artist works: the home city always, and the stops of the tour that are not over. */
final class Tours {
    private Tours() {}

    static ZoneId zone(Turn turn) {
        try {
            return ZoneId.of(turn.settings().zone());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC; // a misspelt zone in the settings must not stop the conversation
        }
    }

    /** Stops that are under way or still to come, the next one first. */
    static List<TourStop> stops(Turn turn) {
        if (turn.settings().tourStops().isEmpty()) {
            return List.of();
        }
        var today = LocalDate.ofInstant(turn.now(), zone(turn));
        return turn.settings().tourStops().stream()
                .filter(stop -> !stop.end().isBefore(today))
                .sorted(Comparator.comparing(TourStop::start))
                .toList();
    }

    /** Whether this is the studio's own city, and not a namesake of another country. */
    private static boolean isHome(Turn turn, String city, @Nullable String country) {
        return isSameCountry(country, turn.settings().homeCountry())
                && Places.isSameCity(city, turn.settings().homeCity());
    }

    /** The stop in a city; one that the client named, in the country that they named with it, if they did. */
    static @Nullable TourStop stopIn(Turn turn, String city, @Nullable String country) {
        for (var stop : stops(turn)) {
            if (isSameCountry(country, stop.country()) && Places.isSameCity(city, stop.city())) {
                return stop;
            }
        }
        return null;
    }

    static boolean isServed(Turn turn, String city, @Nullable String country) {
        return isHome(turn, city, country) || stopIn(turn, city, country) != null;
    }

    /** Settings and clients may spell a country differently: "UK" is the United Kingdom. */
    private static boolean isSameCountry(@Nullable String said, String ours) {
        if (said == null || said.equalsIgnoreCase(ours)) {
            return true;
        }
        var known = Places.countryIn(Utterance.of(ours), ours);
        return known != null && known.equalsIgnoreCase(said);
    }

    /** "London, Manchester and so on", for a text. */
    static String citiesServed(Turn turn) {
        var cities = new LinkedHashSet<String>();
        cities.add(turn.settings().homeCity());
        stops(turn).forEach(stop -> cities.add(stop.city()));
        return String.join(", ", cities);
    }

    /** Where this client would like to be tattooed; null when they are flexible or did not say. */
    static @Nullable Answer wished(Turn turn) {
        var travel = turn.consultation().answer(Question.TRAVEL_CITY);
        var home = turn.consultation().answer(Question.LOCATION_CITY);
        return hasCity(travel) ? travel : hasCity(home) ? home : null;
    }

    static boolean isServed(Turn turn, Answer place) {
        return place.city() != null && isServed(turn, place.city(), place.country());
    }

    private static boolean hasCity(@Nullable Answer answer) {
        return answer != null && answer.city() != null;
    }

    /** "12 - 16 May 2026" in the client's language. */
    static String dates(Turn turn, TourStop stop) {
        var locale = Locale.forLanguageTag(turn.copy().locale());
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return stop.start().equals(stop.end())
                ? format.format(stop.start())
                : format.format(stop.start()) + " - " + format.format(stop.end());
    }
}
