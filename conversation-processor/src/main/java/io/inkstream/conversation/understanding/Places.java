package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where a client lives: "London", "i live in leeds", "Paris, France", "the UK". */
public final class Places {
    private static final Phrases FLEXIBLE = Phrases.of(
            "flexible",
            "anywhere",
            "wherever",
            "doesnt matter",
            "does not matter",
            "dont care",
            "dont mind",
            "any city",
            "donde sea",
            "cualquier sitio",
            "me da igual");
    private static final Phrases NOT_A_PLACE = Phrases.of(
            "yes", "no", "none", "same", "ok", "idk", "nope", "yeah", "hello", "hi", "hey", "thanks", "nothing", "what",
            "why", "si", "hola", "gracias", "nada");
    private static final Phrases LEAD_IN = Phrases.of(
            "i live in",
            "im living in",
            "living in",
            "i am living in",
            "im based in",
            "i am based in",
            "based in",
            "im from",
            "i am from",
            "from",
            "im in",
            "i am in",
            "in",
            "near",
            "central",
            "greater",
            "north",
            "south",
            "east",
            "west",
            "the",
            "currently in",
            "its",
            "city of",
            "just outside",
            "outside",
            "around",
            "close to",
            "vivo en",
            "soy de",
            "estoy en",
            "en",
            "de");
    private static final Phrases MOVING_TO = Phrases.of("to", "a");
    private static final int CITY_WORDS_MAX = 4;

    private Places() {}

    /** Reads an answer to the question about the city. A city we do not know is taken as written, without a country. */
    public static Reading<Place> read(Utterance text) {
        var words = text.words();
        if (words.isEmpty()) {
            return countryOfFlag(text);
        }
        var known = knownIn(words);
        if (NOT_A_PLACE.isAll(words)) {
            return Reading.notUnderstood("no-place");
        }
        if (FLEXIBLE.isIn(words)) {
            return Reading.understood(Place.ANYWHERE, "place.flexible", text.clean());
        }
        if (DontKnow.isSaidIn(text)) {
            return DontKnow.reading(text);
        }
        if (known != null) {
            return Reading.understood(known, "place.known", text.clean());
        }
        return asWritten(text);
    }

    /** The country in an answer to the question about the country, by its English name; null when none is known. */
    public static @Nullable String countryIn(Utterance text) {
        var words = text.words();
        for (int length = Math.min(4, words.size()); length > 0; length--) {
            for (int at = 0; at + length <= words.size(); at++) {
                var country = Gazetteer.WORLD.country(String.join(" ", words.subList(at, at + length)));
                if (country != null) {
                    return country.name();
                }
            }
        }
        var flag = countryOfFlag(text).taken();
        if (flag != null) {
            return flag.country();
        }
        var city = knownIn(words);
        return city == null ? null : city.country();
    }

    /** UK, EUROPE or ROW; null when the country is not known. */
    public static @Nullable String regionOf(@Nullable String country) {
        var known = country == null ? null : Gazetteer.WORLD.country(Gazetteer.folded(country));
        return known == null ? null : known.region();
    }

    /** Whether two spellings name the same city. */
    public static boolean isSameCity(String one, String other) {
        return canonicalCity(one).equals(canonicalCity(other));
    }

    private static String canonicalCity(String name) {
        var folded = Gazetteer.folded(name);
        var known = Gazetteer.WORLD.city(folded);
        return known == null ? folded : Gazetteer.folded(known.name());
    }

    private static @Nullable Place knownIn(List<String> words) {
        var core = withoutLeadIn(words);
        var ending = countryAtEnd(core);
        var rest = ending == null ? core : core.subList(0, core.size() - ending.words());
        if (ending != null && withoutLeadIn(rest).isEmpty()) {
            return new Place(null, ending.country().name(), false);
        }
        var city = cityIn(rest);
        if (city == null) {
            return ending == null ? null : cityAsWritten(rest, ending.country().name());
        }
        return new Place(
                city.name(), ending == null ? city.country() : ending.country().name(), false);
    }

    private static @Nullable Place cityAsWritten(List<String> words, String country) {
        if (words.size() > CITY_WORDS_MAX) {
            return new Place(null, country, false);
        }
        return new Place(titleCase(words), country, false);
    }

    private record CountryAtEnd(Gazetteer.Country country, int words) {}

    private static @Nullable CountryAtEnd countryAtEnd(List<String> words) {
        for (int length = Math.min(4, words.size()); length > 0; length--) {
            var tail = words.subList(words.size() - length, words.size());
            var country = Gazetteer.WORLD.country(String.join(" ", tail));
            if (country != null) {
                return new CountryAtEnd(country, length);
            }
        }
        return null;
    }

    /** The first city named; of "moving from Leeds to London" the one after "to". */
    private static Gazetteer.@Nullable City cityIn(List<String> words) {
        Gazetteer.City found = null;
        for (int at = 0; at < words.size(); at++) {
            var city = cityAt(words, at);
            if (city != null && (found == null || (at > 0 && MOVING_TO.lengthAt(words, at - 1, at) > 0))) {
                found = city;
            }
        }
        return found;
    }

    private static Gazetteer.@Nullable City cityAt(List<String> words, int at) {
        for (int length = Math.min(4, words.size() - at); length > 0; length--) {
            var city = Gazetteer.WORLD.city(String.join(" ", words.subList(at, at + length)));
            if (city != null) {
                return city;
            }
        }
        return null;
    }

    private static List<String> withoutLeadIn(List<String> words) {
        var rest = words;
        for (int taken = LEAD_IN.lengthAt(rest, 0, rest.size()); taken > 0 && taken < rest.size(); ) {
            rest = rest.subList(taken, rest.size());
            taken = LEAD_IN.lengthAt(rest, 0, rest.size());
        }
        return rest;
    }

    private static Reading<Place> asWritten(Utterance text) {
        var words = withoutLeadIn(text.words());
        var letters = text.clean().chars().filter(Character::isLetter).count();
        var looksLikeAName =
                words.size() <= CITY_WORDS_MAX && letters >= 2 && words.stream().noneMatch(Places::hasDigit);
        if (!looksLikeAName || text.endsAsQuestion() || MOVING_TO.isAll(words)) {
            return Reading.notUnderstood("no-place");
        }
        return new Reading.Understood<>(
                new Place(titleCase(words), null, false), "place.as-written", text.clean(), 0.5);
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static String titleCase(List<String> words) {
        var names = new ArrayList<String>();
        for (var word : words) {
            names.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return String.join(" ", names);
    }

    /** A flag is two regional indicator letters: the country's ISO code. */
    private static Reading<Place> countryOfFlag(Utterance text) {
        var code = new StringBuilder();
        text.clean()
                .codePoints()
                .filter(p -> p >= 0x1F1E6 && p <= 0x1F1FF)
                .limit(2)
                .forEach(p -> code.append((char) ('a' + p - 0x1F1E6)));
        var country = Gazetteer.WORLD.countryOfCode(code.toString());
        return country == null
                ? Reading.notUnderstood("no-words")
                : Reading.understood(new Place(null, country.name(), false), "place.flag", text.clean());
    }
}
