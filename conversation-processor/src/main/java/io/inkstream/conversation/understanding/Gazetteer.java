package io.inkstream.conversation.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The known countries and larger cities, by every spelling in the table {@code places.txt}. Read once, never changed. */
final class Gazetteer {
    static final Gazetteer WORLD = read("places.txt");

    private final Map<String, Country> countries = new HashMap<>();
    private final Map<String, Country> byCode = new HashMap<>();
    private final Map<String, City> cities = new HashMap<>();

    private Gazetteer() {}

    /** {@code region} is UK, EUROPE or ROW. */
    record Country(String name, String region) {}

    record City(String name, String country) {}

    @Nullable
    Country country(String spelling) {
        return countries.get(spelling);
    }

    /** By ISO 3166 code in lower case, as flags spell it. */
    @Nullable
    Country countryOfCode(String code) {
        return byCode.get(code);
    }

    @Nullable
    City city(String spelling) {
        return cities.get(spelling);
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

    /** {@code country|name|region|other spellings|code} or {@code city|name|country|other spellings}. */
    private void add(String line) {
        var cells = line.split("\\|", -1);
        if (cells[0].equals("country")) {
            var country = new Country(cells[1], cells[2]);
            spellings(cells).forEach(spelling -> countries.put(folded(spelling), country));
            byCode.put(cells[4], country);
        } else {
            var city = new City(cells[1], cells[2]);
            spellings(cells).forEach(spelling -> cities.putIfAbsent(folded(spelling), city));
        }
    }

    private static Stream<String> spellings(String[] cells) {
        return Stream.concat(Stream.of(cells[1]), Stream.of(cells[3].split(";")))
                .filter(name -> !name.isBlank());
    }
}
