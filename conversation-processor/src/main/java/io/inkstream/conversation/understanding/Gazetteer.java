package io.inkstream.conversation.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What our own table {@code places.txt} says beside GeoNames: countries, states, counties, postcodes, and how large cities
 * are called. By folded spelling. Read once, never changed.
 */
final class Gazetteer {
    static final Gazetteer WORLD = read("places.txt");

    private final Map<String, Country> countries = new LinkedHashMap<>();
    private final Map<String, Country> byCode = new HashMap<>();
    private final Map<String, List<Area>> areas = new HashMap<>();
    private final Map<String, String> counties = new HashMap<>();
    private final Map<String, String> postcodes = new HashMap<>();
    private final Map<String, City> cities = new HashMap<>();

    private Gazetteer() {}

    /** {@code region} is UK, EUROPE or ROW; {@code code} ISO 3166 in lower case. */
    record Country(String name, String region, String code) {}

    /** A state or province. {@code isShort} for spellings such as "tx" that are only read after a city of it. */
    record Area(Country country, String code, boolean isShort) {}

    record City(String name, Country country) {}

    @Nullable
    Country country(String spelling) {
        return countries.get(spelling);
    }

    /** A country whose name of six letters and more differs from this in one letter. */
    @Nullable
    Country nearlyCountry(String spelling) {
        for (var named : countries.entrySet()) {
            if (OneLetterTypos.isOne(spelling, named.getKey())) {
                return named.getValue();
            }
        }
        return null;
    }

    /** By ISO 3166 code in lower case, as flags spell it. */
    @Nullable
    Country countryOfCode(String code) {
        return byCode.get(code);
    }

    /** The states of this name or short form; "WA" is one in two countries. */
    List<Area> areas(String spelling) {
        return areas.getOrDefault(spelling, List.of());
    }

    /** The county's name as we show it; null for any other word. */
    @Nullable
    String county(String spelling) {
        return counties.get(spelling);
    }

    /** The city of a postcode area such as "sw"; null when there is no such area. */
    @Nullable
    City cityOfPostcodeArea(String letters) {
        var city = postcodes.get(letters);
        var country = byCode.get("gb");
        return city == null || country == null ? null : new City(city, country);
    }

    @Nullable
    City city(String spelling) {
        return cities.get(spelling);
    }

    /** How we call a place of GeoNames. */
    String shownName(Cities.City place) {
        var known = cities.get(folded(place.name()));
        return known != null && known.country().code().equals(place.country()) ? known.name() : place.name();
    }

    /** Spellings are compared as words: lower case, no accents, single spaces. */
    static String folded(String name) {
        return String.join(" ", Utterance.of(name).words());
    }

    private static Gazetteer read(String resource) {
        var table = new Gazetteer();
        try (var in = Objects.requireNonNull(Gazetteer.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String line) {
        var cells = line.split("\\|", -1);
        switch (cells[0]) {
            case "country" -> addCountry(cells);
            case "area" -> addArea(cells);
            case "county" -> Stream.of(cells[1].split(";")).forEach(name -> counties.put(folded(name), name));
            case "postcode" -> Stream.of(cells[1].split(";")).forEach(letters -> postcodes.put(letters, cells[2]));
            case "city" -> {
                var city = new City(cells[1], Objects.requireNonNull(countries.get(folded(cells[2])), line));
                spellings(cells).forEach(spelling -> cities.putIfAbsent(folded(spelling), city));
            }
            default -> throw new IllegalArgumentException("places.txt: " + line);
        }
    }

    private void addCountry(String[] cells) {
        var country = new Country(cells[1], cells[2], cells[4]);
        spellings(cells).forEach(spelling -> countries.put(folded(spelling), country));
        byCode.put(country.code(), country);
    }

    private void addArea(String[] cells) {
        var country = Objects.requireNonNull(byCode.get(cells[2]), cells[2]);
        areas.computeIfAbsent(folded(cells[1]), _ -> new ArrayList<>()).add(new Area(country, cells[3], false));
        areas.computeIfAbsent(cells[4], _ -> new ArrayList<>()).add(new Area(country, cells[3], true));
    }

    private static Stream<String> spellings(String[] cells) {
        return Stream.concat(Stream.of(cells[1]), Stream.of(cells[3].split(";")))
                .filter(name -> !name.isBlank());
    }
}
