package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a place that the gazetteers know where a client's words name it and say nothing else. */
final class KnownPlaces {
    private static final PhraseFile WORDS = PhraseFile.read("places");
    private static final Phrases LEAD_IN = WORDS.section("lead-in");
    private static final Phrases LEAD_OUT = WORDS.section("lead-out");
    private static final Phrases FLEXIBLE = WORDS.section("flexible");
    private static final Phrases NO_NAME_WORDS = WORDS.section("no-name-words");

    static final int NAME_WORDS_MAX = 4;

    private final String home;

    /** @param home the studio's country code, whose places win over namesakes abroad */
    KnownPlaces(String home) {
        this.home = home;
    }

    /** The place that the words name, with nothing else said; null when they name none that we know. */
    @Nullable
    Place named(List<String> words) {
        var exact = words.size() <= NAME_WORDS_MAX ? alone(String.join(" ", words)) : null;
        return exact != null ? exact : whole(core(words), null, null);
    }

    /** As {@link #named}, with one letter wrong. */
    @Nullable
    Place nearlyNamed(List<String> words) {
        var core = core(words);
        if (core.isEmpty() || core.size() > NAME_WORDS_MAX) {
            return null;
        }
        var spelling = String.join(" ", core);
        var country = Gazetteer.WORLD.nearlyCountry(spelling);
        if (country != null) {
            return new Place(null, country.name(), false);
        }
        var city = Namesakes.nearly(spelling, home);
        return city == null ? nearlyWithCountry(core) : place(city);
    }

    private @Nullable Place nearlyWithCountry(List<String> core) {
        for (int tail = 1; tail < core.size(); tail++) {
            var country = Gazetteer.WORLD.country(joined(core, core.size() - tail, core.size()));
            var city = country == null ? null : Namesakes.nearly(joined(core, 0, core.size() - tail), country.code());
            if (city != null && country != null && country.equals(city.country())) {
                return place(city);
            }
        }
        return null;
    }

    /** "Paris", "Paris Texas", "Leeds West Yorkshire England", "the UK", "Kent". */
    private @Nullable Place whole(List<String> words, Gazetteer.@Nullable Country country, @Nullable String area) {
        if (words.isEmpty()) {
            return country == null ? null : new Place(null, country.name(), false);
        }
        var spelling = words.size() <= NAME_WORDS_MAX ? String.join(" ", words) : "";
        var alone = country == null ? alone(spelling) : within(spelling, country, area);
        return alone != null ? alone : withEnding(words, country);
    }

    private @Nullable Place alone(String spelling) {
        var country = Gazetteer.WORLD.country(spelling);
        var city = Gazetteer.WORLD.city(spelling);
        if (country != null) {
            return new Place(
                    city != null && city.country().equals(country) ? city.name() : null, country.name(), false);
        }
        var county = Gazetteer.WORLD.county(spelling);
        if (county != null) {
            return within(spelling, Gazetteer.WORLD.countryOfCode("gb"), null);
        }
        var settled = Namesakes.of(spelling, home);
        if (settled != null) {
            return place(settled);
        }
        var areas = Gazetteer.WORLD.areas(spelling);
        return areas.isEmpty() || areas.getFirst().isShort()
                ? null
                : new Place(null, areas.getFirst().country().name(), false);
    }

    static @Nullable Place within(String spelling, Gazetteer.@Nullable Country country, @Nullable String area) {
        if (country == null) {
            return null;
        }
        var county = country.code().equals("gb") ? Gazetteer.WORLD.county(spelling) : null;
        var city = Namesakes.in(spelling, country, area);
        if (city != null) {
            return place(city);
        }
        return county == null ? null : new Place(county, country.name(), false);
    }

    /** A city, and at the end its county, state or country. */
    private @Nullable Place withEnding(List<String> words, Gazetteer.@Nullable Country country) {
        for (int length = Math.min(NAME_WORDS_MAX, words.size()); length > 0; length--) {
            var split = words.size() - length;
            var place = withEnding(words.subList(0, split), joined(words, split, words.size()), country);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private @Nullable Place withEnding(List<String> head, String tail, Gazetteer.@Nullable Country outer) {
        var city = core(head);
        for (var ending : endings(tail)) {
            var fits = outer == null || outer.equals(ending.country());
            var found = fits && !(ending.area() != null && city.isEmpty())
                    ? whole(city, ending.country(), ending.area())
                    : null;
            if (found != null) {
                return found;
            }
        }
        for (var ending : endings(tail)) {
            if (ending.isName() && (outer == null || outer.equals(ending.country())) && !FLEXIBLE.isAll(city)) {
                return asWritten(city, ending.country());
            }
        }
        return null;
    }

    /** What the last words of an answer may say of the city before them; {@code isName} unless they are a short form. */
    private record Ending(
            Gazetteer.Country country, @Nullable String area, boolean isName) {}

    private static List<Ending> endings(String tail) {
        var endings = new ArrayList<Ending>();
        var country = Gazetteer.WORLD.country(tail);
        if (country != null) {
            endings.add(new Ending(country, null, tail.length() > 2 || tail.equals("uk") || tail.equals("gb")));
        }
        for (var area : Gazetteer.WORLD.areas(tail)) {
            endings.add(new Ending(area.country(), area.code(), !area.isShort()));
        }
        var britain = Gazetteer.WORLD.countryOfCode("gb");
        if (Gazetteer.WORLD.county(tail) != null && britain != null) {
            endings.add(new Ending(britain, null, true));
        }
        return endings;
    }

    private static Place asWritten(List<String> words, Gazetteer.Country country) {
        return new Place(isNameLike(words) ? titleCase(words) : null, country.name(), false);
    }

    /** Whether the words could be the name of a place that we do not know. */
    static boolean isNameLike(List<String> words) {
        return !words.isEmpty()
                && words.size() <= NAME_WORDS_MAX
                && !NO_NAME_WORDS.isIn(words)
                && words.stream().noneMatch(word -> word.chars().anyMatch(Character::isDigit));
    }

    static String titleCase(List<String> words) {
        return words.stream()
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    /** The words without what people say before and after the name. */
    static List<String> core(List<String> words) {
        var start = 0;
        var end = words.size();
        for (var taken = LEAD_IN.lengthAt(words, start, end); taken > 0 && start + taken < end; ) {
            start += taken;
            taken = LEAD_IN.lengthAt(words, start, end);
        }
        for (var taken = lengthBefore(words, start, end); taken > 0 && end - taken > start; ) {
            end -= taken;
            taken = lengthBefore(words, start, end);
        }
        return words.subList(start, end);
    }

    private static int lengthBefore(List<String> words, int start, int end) {
        for (int length = Math.min(NAME_WORDS_MAX, end - start); length > 0; length--) {
            if (LEAD_OUT.lengthAt(words, end - length, end) == length) {
                return length;
            }
        }
        return 0;
    }

    static String joined(List<String> words, int start, int end) {
        return String.join(" ", words.subList(start, end));
    }

    static Place place(Namesakes.Settled city) {
        return new Place(
                city.name(), city.country() == null ? null : city.country().name(), false);
    }
}
