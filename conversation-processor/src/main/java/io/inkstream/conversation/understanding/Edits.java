package io.inkstream.conversation.understanding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wish to correct an earlier answer: "change size", "change my budget to 600", "change something". */
public final class Edits {
    private static final PhraseFile WORDS = PhraseFile.read("edits");
    private static final Phrases CHANGE = WORDS.section("change");
    private static final Phrases LEAD_IN = WORDS.section("lead-in");
    private static final Phrases SMALL_WORDS = WORDS.section("small-words");
    private static final Phrases ANYTHING = WORDS.section("anything");

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("idea", "idea"),
            Map.entry("design", "idea"),
            Map.entry("placement", "placement"),
            Map.entry("size", "dimensions"),
            Map.entry("dimensions", "dimensions"),
            Map.entry("style", "style"),
            Map.entry("detail", "complexity"),
            Map.entry("complexity", "complexity"),
            Map.entry("budget", "budget"),
            Map.entry("city", "location_city"),
            Map.entry("location", "location_city"),
            Map.entry("country", "location_country"),
            Map.entry("instagram", "instagram_handle"),
            Map.entry("handle", "instagram_handle"),
            Map.entry("timing", "timing"),
            Map.entry("references", "reference_images"),
            Map.entry("pictures", "reference_images"),
            Map.entry("referencias", "reference_images"),
            Map.entry("tamano", "dimensions"),
            Map.entry("presupuesto", "budget"),
            Map.entry("ciudad", "location_city"),
            Map.entry("estilo", "style"),
            Map.entry("diseno", "idea"),
            Map.entry("medidas", "dimensions"),
            Map.entry("pais", "location_country"),
            Map.entry("fechas", "timing"),
            Map.entry("zona", "placement"));

    /**
     * @param field the question's key; null when the client did not say which
     * @param value the new value's words; null when it must be asked
     */
    public record Edit(@Nullable String field, @Nullable String value) {}

    private Edits() {}

    public static @Nullable Edit in(Utterance text) {
        var words = afterLeadIn(text.words());
        if (!CHANGE.startsWith(words) || words.size() < 2) {
            return null;
        }
        var rest = afterSmallWords(words.subList(1, words.size()));
        if (rest.isEmpty()) {
            return null;
        }
        var field = FIELDS.get(rest.getFirst());
        if (field == null) {
            return ANYTHING.startsWith(rest) ? new Edit(null, null) : null;
        }
        return new Edit(field, valueAfter(text, rest.getFirst(), rest.size()));
    }

    /** "Can I change my size" without "can I". */
    private static List<String> afterLeadIn(List<String> words) {
        var rest = words;
        for (int length = 1; length > 0 && !rest.isEmpty(); rest = rest.subList(length, rest.size())) {
            length = LEAD_IN.lengthAt(rest, 0, rest.size());
        }
        return rest;
    }

    private static List<String> afterSmallWords(List<String> words) {
        var rest = words;
        while (!rest.isEmpty() && SMALL_WORDS.startsWith(rest)) {
            rest = rest.subList(1, rest.size());
        }
        return rest;
    }

    /** The client's own words after the field and "to". */
    private static @Nullable String valueAfter(Utterance text, String fieldWord, int wordsLeft) {
        if (wordsLeft < 2) {
            return null;
        }
        var plain = Utterance.withoutAccents(text.lower());
        var at = plain.indexOf(fieldWord);
        if (at < 0 || plain.length() != text.clean().length()) {
            return null;
        }
        var value = withoutMark(text.clean().substring(at + fieldWord.length()).strip());
        for (var to : List.of("to ", "a ", "is ", "por ")) {
            if (value.toLowerCase(java.util.Locale.ROOT).startsWith(to)) {
                value = value.substring(to.length()).strip();
            }
        }
        return value.isEmpty() ? null : value;
    }

    /** The question mark of "can I change it to 600?" is no part of the value. */
    private static String withoutMark(String value) {
        return value.endsWith("?") ? value.substring(0, value.length() - 1).strip() : value;
    }
}
