package io.inkstream.conversation;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The 13 questions of the consultation, in their order. */
enum Question {
    IDEA("idea", Kind.WORDS),
    PLACEMENT("placement", Kind.WORDS),
    DIMENSIONS("dimensions", Kind.MEASURE),
    STYLE("style", Kind.WORDS),
    COMPLEXITY("complexity", Kind.CHOICE),
    COVERUP("coverup", Kind.CHOICE),
    REFERENCE_IMAGES("reference_images", Kind.REMARK),
    BUDGET("budget", Kind.MEASURE),
    LOCATION_CITY("location_city", Kind.MEASURE),
    LOCATION_COUNTRY("location_country", Kind.REMARK),
    INSTAGRAM_HANDLE("instagram_handle", Kind.REMARK),
    TRAVEL_CITY("travel_city", Kind.REMARK),
    TIMING("timing", Kind.CHOICE);

    /** How an answer is judged, and what follows when it cannot be. */
    enum Kind {
        /** Any words that speak of the piece; a bare figure is no answer. */
        WORDS,
        /** A value that must be understood: two repairs, then a person. */
        MEASURE,
        /** One of a few choices: asked again with its buttons, the third time left for the artist to ask. */
        CHOICE,
        /** Any text at all. */
        REMARK
    }

    private static final Map<String, Question> BY_KEY =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Question::key, question -> question));

    private final String key;
    private final Kind kind;

    Question(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    String key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    /** Null for a key that names no question. */
    static @Nullable Question ofKey(String key) {
        return BY_KEY.get(key);
    }

    /** The copy key's part for this question: {@code repair.location.1}, {@code unsure.location}. */
    String shortKey() {
        return this == LOCATION_CITY ? "location" : key;
    }
}
