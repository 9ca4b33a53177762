package io.inkstream.conversation.copy;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The studio's way of saying things: its spelling, and words it does not use. Whole words only, never inside a link. */
public final class Voice {
    private static final int RULES_MAX = 100;

    private static volatile @Nullable Compiled lastUsed; // a cache: what it holds follows from its rules alone
    private static final String LINK = "https?://\\S+|www\\.\\S+|\\{[^}]*}";

    private Voice() {}

    private record Compiled(Map<String, String> rules, Map<String, String> wanted, Pattern unwanted) {}

    /**
     * @param rules the unwanted words and what stands for them, in any case
     * @return the text with the wanted words, in the case that they were found in
     */
    public static String spoken(String text, Map<String, String> rules) {
        if (rules.isEmpty()) {
            return text;
        }
        var compiled = compiled(rules);
        var wanted = compiled.wanted();
        return compiled.unwanted().matcher(text).replaceAll(found -> {
            var word = found.group("word");
            var replacement = word == null ? null : wanted.get(word.toLowerCase(Locale.ROOT));
            var said = replacement == null ? found.group() : inCaseOf(word, replacement);
            return java.util.regex.Matcher.quoteReplacement(said);
        });
    }

    /** A studio's rules stay the same from message to message; a race compiles them twice, and both are the same. */
    private static Compiled compiled(Map<String, String> rules) {
        var last = lastUsed;
        if (last != null && last.rules().equals(rules)) {
            return last;
        }
        var wanted = rules.entrySet().stream()
                .filter(rule -> !rule.getKey().isBlank())
                .limit(RULES_MAX)
                .collect(Collectors.toMap(
                        rule -> rule.getKey().strip().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, _) -> first));
        var compiled = new Compiled(Map.copyOf(rules), wanted, unwanted(wanted));
        lastUsed = compiled;
        return compiled;
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
