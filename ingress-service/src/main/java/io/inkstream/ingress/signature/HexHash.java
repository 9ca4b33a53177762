package io.inkstream.ingress.signature;

import java.util.HexFormat;
import java.util.Optional;

/** A hash of 32 bytes as headers carry it: 64 hexadecimal digits, in either case. */
public final class HexHash {
    private static final int DIGITS = 64;

    private HexHash() {}

    /** Empty when the text is anything else. */
    public static Optional<byte[]> parse(String text) {
        if (text.length() != DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
