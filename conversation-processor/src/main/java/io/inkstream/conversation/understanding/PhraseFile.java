package io.inkstream.conversation.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The phrases that one parser knows: the resource {@code <name>.phrases}. A line {@code [section]} begins a section;
 * under it stand phrases, separated by commas; {@code #} begins a comment. Words are written as
 * {@link Utterance#words} has them: lower case, no accents, no apostrophes.
 */
final class PhraseFile {
    private final String name;
    private final Map<String, List<String>> sections = new HashMap<>();

    private PhraseFile(String name) {
        this.name = name;
    }

    static PhraseFile read(String name) {
        var file = new PhraseFile(name);
        var resource = name + ".phrases";
        try (var in = Objects.requireNonNull(PhraseFile.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> section = new ArrayList<>();
            for (var line : (Iterable<String>) lines.lines()::iterator) {
                if (line.startsWith("[")) {
                    section = new ArrayList<>();
                    file.sections.put(line.substring(1, line.indexOf(']')), section);
                } else if (!line.startsWith("#")) {
                    addPhrases(section, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void addPhrases(List<String> section, String line) {
        for (var phrase : line.split(",", -1)) {
            if (!phrase.isBlank()) {
                section.add(phrase.strip());
            }
        }
    }

    /** The phrases of a section; throws for an unknown one: a mistake of ours, found by tests. */
    Phrases section(String section) {
        return Phrases.of(phrases(section).toArray(String[]::new));
    }

    /** Sections that only hold single words. */
    Set<String> words(String section) {
        return Set.copyOf(phrases(section));
    }

    private List<String> phrases(String section) {
        @Nullable List<String> phrases = sections.get(section);
        if (phrases == null) {
            throw new IllegalArgumentException("no section [" + section + "] in " + name + ".phrases");
        }
        return phrases;
    }
}
