package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides which of several places of one name is meant: the studio's country first, then by size (spec §3). */
final class Namesakes {
    /** A place abroad must be this many times larger than the one at home. */
    private static final long FOREIGN_FACTOR = 10;

    /** A place must be this many times larger than the next one. */
    private static final long CLEAR_FACTOR = 3;

    /** A mistyped name abroad must be a large city: small ones have too many neighbours. */
    private static final long TYPO_ABROAD_PEOPLE_MIN = 100_000;

    private Namesakes() {}

    /** A place of this name. {@code country} is absent when namesakes in several countries are about as large. */
    record Settled(String name, Gazetteer.@Nullable Country country, long people) {}

    /**
     * @param home the studio's country code
     * @return null when no place has this name
     */
    static @Nullable Settled of(String folded, String home) {
        var known = Gazetteer.WORLD.city(folded);
        var places = bearers(Cities.WORLD.named(folded), folded);
        if (known != null && (places.isEmpty() || known.country().code().equals(home))) {
            return new Settled(known.name(), known.country(), people(places, known.country()));
        }
        if (places.isEmpty()) {
            return null;
        }
        var meant = meant(largestByCountry(places), home);
        if (meant == null) {
            return known == null
                    ? new Settled(
                            places.getFirst().name(), null, places.getFirst().people())
                    : new Settled(known.name(), known.country(), people(places, known.country()));
        }
        return settled(meant, known);
    }

    /** The place of this name in one country, and, if given, one state of it. */
    static @Nullable Settled in(String folded, Gazetteer.Country country, @Nullable String area) {
        var known = Gazetteer.WORLD.city(folded);
        for (var place : bearers(Cities.WORLD.named(folded), folded)) {
            if (place.country().equals(country.code())
                    && (area == null || place.area().equals(area))) {
                return settled(place, known);
            }
        }
        return area == null && known != null && known.country().equals(country)
                ? new Settled(known.name(), country, 0)
                : null;
    }

    /** The place that was probably meant with one letter wrong; null when there is none, or no clear one. */
    static @Nullable Settled nearly(String folded, String home) {
        var places = Cities.WORLD.spelledNearly(folded).stream()
                .flatMap(name -> Cities.WORLD.named(name).stream())
                .filter(place -> OneLetterTypos.isOne(folded, Gazetteer.folded(place.name())))
                .filter(place -> place.country().equals(home) || place.people() >= TYPO_ABROAD_PEOPLE_MIN)
                .sorted((one, other) -> Long.compare(other.people(), one.people()))
                .toList();
        var meant = places.isEmpty() ? null : meant(largestByCountry(places), home);
        return meant == null ? null : settled(meant, Gazetteer.WORLD.city(Gazetteer.folded(meant.name())));
    }

    private static Settled settled(Cities.City place, Gazetteer.@Nullable City known) {
        var country = Gazetteer.WORLD.countryOfCode(place.country());
        if (known != null && known.country().equals(country)) {
            return new Settled(known.name(), country, place.people());
        }
        return new Settled(place.name(), country, place.people());
    }

    /** Those that bear it as their own name; former and foreign names count only where nobody does. */
    private static List<Cities.City> bearers(List<Cities.City> places, String folded) {
        var own = places.stream()
                .filter(place -> place.name().equalsIgnoreCase(folded)
                        || Gazetteer.folded(place.name()).equals(folded))
                .toList();
        return own.isEmpty() ? places : own;
    }

    private static Map<String, Cities.City> largestByCountry(List<Cities.City> places) {
        var largest = new LinkedHashMap<String, Cities.City>();
        for (var place : places) {
            largest.merge(place.country(), place, (one, other) -> one.people() >= other.people() ? one : other);
        }
        return largest;
    }

    private static Cities.@Nullable City meant(Map<String, Cities.City> byCountry, String home) {
        var bySize = new ArrayList<>(byCountry.values());
        bySize.sort((one, other) -> Long.compare(other.people(), one.people()));
        var largest = bySize.getFirst();
        var atHome = byCountry.get(home);
        if (atHome != null) {
            return largest.people() > FOREIGN_FACTOR * atHome.people() ? largest : atHome;
        }
        return bySize.size() == 1
                        || largest.people() >= CLEAR_FACTOR * bySize.get(1).people()
                ? largest
                : null;
    }

    private static long people(List<Cities.City> places, Gazetteer.Country country) {
        return places.stream()
                .filter(place -> place.country().equals(country.code()))
                .mapToLong(Cities.City::people)
                .findFirst()
                .orElse(0);
    }
}
