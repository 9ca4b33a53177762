package io.inkstream.ingress.signature;

import java.nio.charset.StandardCharsets;

/** A key or token; it prints as stars, wherever it ends up. */
public record Secret(String value) {
    /** What the standalone pipeline's public secrets start with. */
    private static final String STANDALONE = "inkstream-dev-";

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    public boolean blank() {
        return value.isBlank();
    }

    /** Whether everyone knows this secret, because it stands in our repository. */
    public boolean publiclyKnown() {
        return value.startsWith(STANDALONE);
    }

    @Override
    public String toString() {
        return "***";
    }
}
