package io.inkstream.conversation.understanding;

import java.util.List;

/** How detailed a piece is, from 1 (simple) to 3 (realism). */
public final class Complexity {
    private static final PhraseFile WORDS = PhraseFile.read("complexity");
    private static final Phrases NO_LEVEL = WORDS.section("no-level");

    /** By level, from 1. */
    private static final List<Phrases> LEVELS =
            List.of(WORDS.section("simple"), WORDS.section("medium"), WORDS.section("complex"));

    private Complexity() {}

    /** The level of the first words that name one. */
    public static Reading<Integer> read(Utterance text) {
        var words = text.words();
        for (int at = 0; at < words.size(); ) {
            var exempt = NO_LEVEL.lengthAt(words, at, words.size());
            for (int level = 1; exempt == 0 && level <= LEVELS.size(); level++) {
                var length = LEVELS.get(level - 1).lengthAt(words, at, words.size());
                if (length > 0) {
                    return Reading.understood(
                            level, "complexity.word", String.join(" ", words.subList(at, at + length)));
                }
            }
            if (words.get(at).chars().allMatch(Character::isDigit)) {
                return Reading.notUnderstood("other-number");
            }
            at += Math.max(1, exempt);
        }
        return DontKnow.isSaidIn(text) ? DontKnow.reading(text) : Reading.notUnderstood("no-level");
    }
}
