package io.inkstream.ingress.identity;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every identifier that one message names, in the order in which they are looked up.
 *
 * @param phone E.164 digits
 * @param learned identifiers that the message announces (a number change): never the key, but they may reveal a
 *     second conversation of the same person
 */
public record Identifiers(
        @Nullable String phone,
        @Nullable String bsuid,
        @Nullable String previousBsuid,
        List<String> learned) {

    public Identifiers {
        learned = List.copyOf(learned);
    }

    /** Those of the sender, best first. */
    List<String> own() {
        return Stream.of(phone, bsuid, previousBsuid).filter(Objects::nonNull).toList();
    }

    public boolean anyone() {
        return !own().isEmpty();
    }

    @Override
    public String toString() {
        return "Identifiers[***]";
    }
}
