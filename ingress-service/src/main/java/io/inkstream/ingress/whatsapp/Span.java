package io.inkstream.ingress.whatsapp;

import java.nio.charset.StandardCharsets;

/** Where a value stands in the body: {@code from} its first byte, up to but not including {@code to}. */
record Span(int from, int to) {

    int length() {
        return to - from;
    }

    /** The value exactly as it was sent. */
    String of(byte[] body) {
        return new String(body, from, length(), StandardCharsets.UTF_8);
    }
}
