package io.inkstream.ingress.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        var own = new ArrayList<String>(3);
        for (var identifier : Arrays.asList(phone, bsuid, previousBsuid)) {
            if (identifier != null) {
                own.add(identifier);
            }
        }
        return own;
    }

    public boolean anyone() {
        return phone != null || bsuid != null || previousBsuid != null;
    }

    @Override
    public String toString() {
        return "Identifiers[***]";
    }
}
