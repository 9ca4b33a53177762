package io.inkstream.conversation.copy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All texts of one locale, read once from the resource {@code <locale>.copy}. */
public final class CopyBook {
    public static final String ENGLISH = "en-GB";
    public static final String SPANISH = "es";
    /** Every shipped locale. */
    public static final List<String> LOCALES = List.of(ENGLISH, SPANISH);

    private static final Map<String, CopyBook> BOOKS = readAll();

    private final String locale;
    private final Map<String, List<Section>> sections;

    private CopyBook(String locale, Map<String, List<Section>> sections) {
        this.locale = locale;
        this.sections = sections;
    }

    /** The texts of a locale, or of English when we do not ship it. */
    public static CopyBook of(String locale) {
        var book = BOOKS.get(locale);
        return book != null ? book : Objects.requireNonNull(BOOKS.get(ENGLISH));
    }

    public String locale() {
        return locale;
    }

    public Set<String> keys() {
        return sections.keySet();
    }

    /**
     * A text with its taps.
     *
     * @param variantSeed picks among variants of the text, the same for the same seed; a lead's id
     * @throws IllegalArgumentException for an unknown key or a missing value: a mistake of ours, found by tests
     */
    public Rendered render(String key, String variantSeed, Map<String, String> values) {
        return Rendered.of(section(key, variantSeed), values);
    }

    /** Just the words of a text without variants. */
    public String words(String key) {
        return section(key, "").text().filled(Map.of());
    }

    /** All wordings under a key. */
    List<Section> variants(String key) {
        var variants = sections.get(key);
        if (variants == null) {
            throw new IllegalArgumentException("no text under the copy key " + key);
        }
        return variants;
    }

    private Section section(String key, String variantSeed) {
        var variants = variants(key);
        return variants.size() == 1
                ? variants.getFirst()
                : variants.get(Math.floorMod((key + ":" + variantSeed).hashCode(), variants.size()));
    }

    private static Map<String, CopyBook> readAll() {
        var books = new LinkedHashMap<String, CopyBook>();
        LOCALES.forEach(locale -> books.put(locale, new CopyBook(locale, read(locale + ".copy"))));
        return Map.copyOf(books);
    }

    private static Map<String, List<Section>> read(String resource) {
        var found = new LinkedHashMap<String, List<Section>>();
        try (var in = Objects.requireNonNull(CopyBook.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var key = "";
            var body = new ArrayList<String>();
            for (var line : (Iterable<String>) lines.lines()::iterator) {
                if (line.startsWith("[")) {
                    add(found, key, body);
                    key = line.substring(1, line.indexOf(']'));
                    body = new ArrayList<>();
                } else if (!line.startsWith("#")) {
                    body.add(line);
                }
            }
            add(found, key, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void add(Map<String, List<Section>> found, String key, List<String> body) {
        if (!key.isEmpty()) {
            found.computeIfAbsent(key, _ -> new ArrayList<>()).add(Section.parse(key, body));
        }
    }
}
