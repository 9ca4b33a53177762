package io.inkstream.schemas.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision fell as it did.
 *
 * @param rule the rule's id, such as {@code size.pair-with-x}
 * @param field the question or subject it was about, if any
 * @param span the client's words that matched, if any
 * @param value what was understood, in plain words
 * @param alternatives other readings that were considered
 */
public record Reason(
        String rule,
        @Nullable String field,
        @Nullable String span,
        @Nullable String value,
        List<String> alternatives) {

    public Reason {
        alternatives = List.copyOf(alternatives);
    }

    public static Reason of(String rule) {
        return new Reason(rule, null, null, null, List.of());
    }
}
