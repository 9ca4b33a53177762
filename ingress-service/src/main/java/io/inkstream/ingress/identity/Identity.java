package io.inkstream.ingress.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param conversationKey {@code <studio>/<phone or BSUID>}
 * @param conflictingKey another conversation that some identifier of the same person leads to
 */
public record Identity(String conversationKey, @Nullable String conflictingKey) {

    @Override
    public String toString() {
        return "Identity[***]";
    }
}
