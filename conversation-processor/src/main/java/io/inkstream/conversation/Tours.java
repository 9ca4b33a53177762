package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Places;
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

    static boolean isHome(Turn turn, String city) {
        return Places.isSameCity(city, turn.settings().homeCity());
    }

    static @Nullable TourStop stopIn(Turn turn, String city) {
        for (var stop : stops(turn)) {
            if (Places.isSameCity(city, stop.city())) {
                return stop;
            }
        }
        return null;
    }

    static boolean isServed(Turn turn, String city) {
        return isHome(turn, city) || stopIn(turn, city) != null;
    }

    /** "London, Manchester and so on", for a text. */
    static String citiesServed(Turn turn) {
        var cities = new LinkedHashSet<String>();
        cities.add(turn.settings().homeCity());
        stops(turn).forEach(stop -> cities.add(stop.city()));
        return String.join(", ", cities);
    }

    /** The city in which this client would like to be tattooed; null when they are flexible or did not say. */
    static @Nullable String wishedCity(Turn turn) {
        var consultation = turn.consultation();
        var travel = cityIn(consultation.answer(Question.TRAVEL_CITY));
        return travel != null ? travel : cityIn(consultation.answer(Question.LOCATION_CITY));
    }

    private static @Nullable String cityIn(@Nullable Answer answer) {
        return answer == null ? null : answer.city();
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
