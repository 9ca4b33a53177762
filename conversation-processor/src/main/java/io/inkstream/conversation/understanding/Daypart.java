package io.inkstream.conversation.understanding;

import java.time.LocalTime;
import java.util.List;

/** A part of the day, in whole hours; {@code to} is exclusive. */
record Daypart(Phrases phrases, int from, int to) {
    private static final PhraseFile WORDS = PhraseFile.read("whensaid");

    static final List<Daypart> ALL = List.of(
            new Daypart(WORDS.section("morning"), 0, 12),
            new Daypart(WORDS.section("lunchtime"), 12, 14),
            new Daypart(WORDS.section("afternoon"), 12, 17),
            new Daypart(WORDS.section("tarde"), 12, 21),
            new Daypart(WORDS.section("evening"), 17, 21),
            new Daypart(WORDS.section("night"), 18, 24));

    /** How many words name it here; 0 when none do. */
    int lengthAt(List<String> words, int at) {
        return phrases.lengthAt(words, at, words.size());
    }

    boolean holds(LocalTime time) {
        return time.getHour() >= from && time.getHour() < to;
    }
}
