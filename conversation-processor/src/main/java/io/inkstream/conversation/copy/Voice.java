package io.inkstream.conversation.copy;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The studio's way of saying things: its spelling, and words it does not use. Whole words only, never inside a link. */
public final class Voice {
    private static final int PATTERNS_KEPT = 100;
    private static final String LINK = "https?://\\S+|www\\.\\S+|\\{[^}]*}";

    private Voice() {}

    /**
     * @param rules the unwanted words and what stands for them, in any case
     * @return the text with the wanted words, in the case that they were found in
     */
    public static String spoken(String text, Map<String, String> rules) {
        if (rules.isEmpty()) {
            return text;
        }
        var wanted = rules.entrySet().stream()
                .filter(rule -> !rule.getKey().isBlank())
                .limit(PATTERNS_KEPT)
                .collect(Collectors.toMap(
                        rule -> rule.getKey().strip().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, _) -> first));
        return unwanted(wanted).matcher(text).replaceAll(found -> {
            var word = found.group("word");
            var replacement = word == null ? null : wanted.get(word.toLowerCase(Locale.ROOT));
            var said = replacement == null ? found.group() : inCaseOf(word, replacement);
            return java.util.regex.Matcher.quoteReplacement(said);
        });
    }

    /** A link is matched first, as a whole, and so is never looked into. */
    private static Pattern unwanted(Map<String, String> wanted) {
        var words = wanted.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                LINK + "|(?<![\\p{L}\\p{N}])(?<word>" + words + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String inCaseOf(String found, String replacement) {
        return Character.isUpperCase(found.codePointAt(0)) && !replacement.isEmpty()
                ? replacement.substring(0, 1).toUpperCase(Locale.ROOT) + replacement.substring(1)
                : replacement;
    }
}
