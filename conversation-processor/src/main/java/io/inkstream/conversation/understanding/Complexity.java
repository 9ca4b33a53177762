package io.inkstream.conversation.understanding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How detailed a piece is, from 1 (simple) to 3 (realism). */
public final class Complexity {
    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("1", 1),
            Map.entry("one", 1),
            Map.entry("uno", 1),
            Map.entry("simple", 1),
            Map.entry("basic", 1),
            Map.entry("easy", 1),
            Map.entry("minimal", 1),
            Map.entry("minimalist", 1),
            Map.entry("sencillo", 1),
            Map.entry("2", 2),
            Map.entry("two", 2),
            Map.entry("dos", 2),
            Map.entry("medium", 2),
            Map.entry("moderate", 2),
            Map.entry("average", 2),
            Map.entry("medio", 2),
            Map.entry("3", 3),
            Map.entry("three", 3),
            Map.entry("tres", 3),
            Map.entry("complex", 3),
            Map.entry("high", 3),
            Map.entry("detailed", 3),
            Map.entry("realism", 3),
            Map.entry("realistic", 3),
            Map.entry("photorealistic", 3),
            Map.entry("complejo", 3),
            Map.entry("detallado", 3),
            Map.entry("realismo", 3));

    private Complexity() {}

    public static Reading<Integer> read(Utterance text) {
        for (var word : text.words()) {
            var level = level(word);
            if (level != null) {
                return Reading.understood(level, "complexity.word", word);
            }
            if (word.chars().allMatch(Character::isDigit)) {
                return Reading.notUnderstood("other-number");
            }
        }
        return DontKnow.isSaidIn(text) ? DontKnow.reading(text) : Reading.notUnderstood("no-level");
    }

    private static @Nullable Integer level(String word) {
        return LEVELS.get(word);
    }
}
