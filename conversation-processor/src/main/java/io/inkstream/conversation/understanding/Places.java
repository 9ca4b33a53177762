package io.inkstream.conversation.understanding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads where a client lives: "London", "i live in leeds", "Paris, France", "the UK", "SW1A 1AA", a pin on the map. */
public final class Places {
    private static final PhraseFile WORDS = PhraseFile.read("places");
    private static final Phrases FLEXIBLE = WORDS.section("flexible");
    private static final Phrases NOT_A_PLACE = WORDS.section("not-a-place");
    private static final double CONFIDENCE_OF_TYPOS = 0.8;
    private static final double CONFIDENCE_OF_UNKNOWN_NAMES = 0.5;
    /** Somebody this near to a city where the artist works need not travel. */
    private static final double SAME_CITY_KM = 25;

    private Places() {}

    /**
     * Reads an answer to the question about the city. A city we do not know is taken as written, without a country.
     *
     * @param homeCountry where the studio is, by its English name; its places win over namesakes abroad
     */
    public static Reading<Place> read(Utterance text, String homeCountry) {
        var words = text.words();
        if (words.isEmpty()) {
            return ofFlag(text);
        }
        if (NOT_A_PLACE.isAll(words)) {
            return Reading.notUnderstood("no-place");
        }
        var pinned = PinText.cityIn(text.lower());
        if (pinned != null) {
            return Reading.understood(pinned, "place.pin", text.clean());
        }
        var home = codeOf(homeCountry);
        var known = new KnownPlaces(home);
        var named = named(text, known);
        if (named != null) {
            return Reading.understood(named, "place.known", text.clean());
        }
        var lives = new PlacesInSentences(home).saidToLiveIn(words);
        if (lives != null) {
            return new Reading.Understood<>(lives, "place.lives-in", text.clean(), CONFIDENCE_OF_TYPOS);
        }
        if (FLEXIBLE.isIn(words)) {
            return Reading.understood(Place.ANYWHERE, "place.flexible", text.clean());
        }
        if (DontKnow.isSaidIn(text)) {
            return DontKnow.reading(text);
        }
        return lessCertain(text, known, home);
    }

    private static @Nullable Place named(Utterance text, KnownPlaces known) {
        var postcode = Postcodes.cityIn(text.words());
        if (postcode != null) {
            return new Place(postcode.name(), postcode.country().name(), false);
        }
        var named = known.named(text.words());
        var flag = countryOfFlag(text);
        if (named == null || flag == null || flag.name().equals(named.country())) {
            return named;
        }
        var withFlag = new java.util.ArrayList<>(text.words());
        withFlag.add(Gazetteer.folded(flag.name()));
        return known.named(withFlag);
    }

    private static Reading<Place> lessCertain(Utterance text, KnownPlaces known, String home) {
        var words = text.words();
        var nearly = known.nearlyNamed(words);
        if (nearly != null) {
            return new Reading.Understood<>(nearly, "place.typo", text.clean(), CONFIDENCE_OF_TYPOS);
        }
        var passing = words.size() > 1 ? new PlacesInSentences(home).inSentence(words) : null;
        if (passing != null) {
            return new Reading.Understood<>(passing, "place.in-sentence", text.clean(), CONFIDENCE_OF_TYPOS);
        }
        var core = KnownPlaces.core(words);
        var letters = text.clean().chars().filter(Character::isLetter).count();
        if (!KnownPlaces.isNameLike(core) || letters < 2 || text.endsAsQuestion()) {
            return Reading.notUnderstood("no-place");
        }
        var flag = countryOfFlag(text);
        var place = new Place(KnownPlaces.titleCase(core), flag == null ? null : flag.name(), false);
        return new Reading.Understood<>(place, "place.as-written", text.clean(), CONFIDENCE_OF_UNKNOWN_NAMES);
    }

    /** The country in an answer to the question about the country, by its English name; null when none is known. */
    public static @Nullable String countryIn(Utterance text, String homeCountry) {
        var place = read(text, homeCountry) instanceof Reading.Understood<Place> understood ? understood.value() : null;
        return place == null ? null : place.country();
    }

    /** UK, EUROPE or ROW; null when the country is not known. */
    public static @Nullable String regionOf(@Nullable String country) {
        var known = country == null ? null : Gazetteer.WORLD.country(Gazetteer.folded(country));
        return known == null ? null : known.region();
    }

    /** Whether two names are of the same city, or of a suburb and its city. */
    public static boolean isSameCity(String one, String other) {
        return isSameCity(one, null, other, null);
    }

    /**
     * Whether two names are of the same city, or of a suburb and its city: Birmingham in Alabama is not the English one.
     *
     * @param country of the first, by any name; null when it is not known
     */
    public static boolean isSameCity(
            String one, @Nullable String country, String other, @Nullable String otherCountry) {
        var code = country == null ? null : codeOf(country);
        var otherCode = otherCountry == null ? null : codeOf(otherCountry);
        if (code != null && otherCode != null && !code.equals(otherCode)) {
            return false;
        }
        var name = Gazetteer.folded(one);
        var otherName = Gazetteer.folded(other);
        var either = code != null ? code : otherCode;
        return name.equals(otherName) || isNear(largest(name, either), largest(otherName, either));
    }

    private static boolean isNear(Cities.@Nullable City one, Cities.@Nullable City other) {
        return one != null && other != null && one.kmTo(other.latitude(), other.longitude()) <= SAME_CITY_KM;
    }

    private static Cities.@Nullable City largest(String folded, @Nullable String country) {
        var known = Gazetteer.WORLD.city(folded);
        var code = country != null
                ? country
                : known == null ? null : known.country().code();
        var places = Cities.WORLD.named(known == null ? folded : Gazetteer.folded(known.name()));
        for (var place : places) {
            if (code == null || place.country().equals(code)) {
                return place;
            }
        }
        return null;
    }

    private static String codeOf(String country) {
        var known = Gazetteer.WORLD.country(Gazetteer.folded(country));
        return known == null ? country.toLowerCase(Locale.ROOT) : known.code();
    }

    private static Reading<Place> ofFlag(Utterance text) {
        var country = countryOfFlag(text);
        return country == null
                ? Reading.notUnderstood("no-words")
                : Reading.understood(new Place(null, country.name(), false), "place.flag", text.clean());
    }

    /** A flag is two regional indicator letters: the country's ISO code. */
    private static Gazetteer.@Nullable Country countryOfFlag(Utterance text) {
        var code = new StringBuilder();
        text.clean()
                .codePoints()
                .filter(p -> p >= 0x1F1E6 && p <= 0x1F1FF)
                .limit(2)
                .forEach(p -> code.append((char) ('a' + p - 0x1F1E6)));
        return code.isEmpty() ? null : Gazetteer.WORLD.countryOfCode(code.toString());
    }
}
