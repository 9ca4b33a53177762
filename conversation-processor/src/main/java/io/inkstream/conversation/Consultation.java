package io.inkstream.conversation;

import io.inkstream.schemas.lead.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The questions and answers of one enquiry.
 *
 * @param answers by question key, in the order they were given
 * @param suggested values mentioned before their question came, in the client's words
 * @param failures answers not understood in a row, by question key; only counts above 0
 * @param open what the client is being asked; absent when nothing is
 */
record Consultation(
        Map<String, Answer> answers,
        Map<String, String> suggested,
        Map<String, Integer> failures,
        @Nullable Open open) {

    static final Consultation EMPTY = new Consultation(Map.of(), Map.of(), Map.of(), null);

    Consultation {
        answers = Collections.unmodifiableMap(answers);
        suggested = Collections.unmodifiableMap(suggested);
        failures = Collections.unmodifiableMap(failures);
    }

    @Nullable
    Answer answer(Question question) {
        return answers.get(question.key());
    }

    boolean has(Question question) {
        return answers.containsKey(question.key());
    }

    /** The answer as words, or the given words when there is none. */
    String text(Question question, String otherwise) {
        var answer = answers.get(question.key());
        return answer == null || answer.text() == null ? otherwise : answer.text();
    }

    /** Taken: whatever was suggested or misunderstood before is settled. */
    Consultation answered(Question question, Answer answer) {
        return new Consultation(
                with(answers, question.key(), answer),
                without(suggested, question.key()),
                without(failures, question.key()),
                open);
    }

    Consultation suggesting(Question question, String value) {
        return new Consultation(answers, with(suggested, question.key(), value), failures, open);
    }

    Consultation withoutSuggestion(Question question) {
        return new Consultation(answers, without(suggested, question.key()), failures, open);
    }

    Consultation failed(Question question) {
        return new Consultation(answers, suggested, with(failures, question.key(), failures(question) + 1), open);
    }

    int failures(Question question) {
        return failures.getOrDefault(question.key(), 0);
    }

    Consultation withoutFailures() {
        return new Consultation(answers, suggested, Map.of(), open);
    }

    Consultation asking(@Nullable Open newOpen) {
        return new Consultation(answers, suggested, failures, newOpen);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private static <V> Map<String, V> without(Map<String, V> map, String key) {
        if (!map.containsKey(key)) {
            return map;
        }
        var copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return copy;
    }
}
