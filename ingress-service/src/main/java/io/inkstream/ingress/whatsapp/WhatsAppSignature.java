package io.inkstream.ingress.whatsapp;

import io.inkstream.ingress.signature.HexHash;
import io.inkstream.ingress.signature.HmacKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code X-Hub-Signature-256: sha256=<hex>}, an HMAC of the body's bytes with the app secret. */
final class WhatsAppSignature {
    static final String HEADER = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";

    private final HmacKeys keys;

    WhatsAppSignature(HmacKeys keys) {
        this.keys = keys;
    }

    boolean fits(@Nullable String header, byte[] body) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        return HexHash.parse(header.substring(PREFIX.length()))
                .filter(hash -> keys.anyMatch(List.of(hash), body))
                .isPresent();
    }
}
