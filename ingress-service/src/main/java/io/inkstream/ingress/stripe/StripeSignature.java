package io.inkstream.ingress.stripe;

import io.inkstream.ingress.signature.HexHash;
import io.inkstream.ingress.signature.HmacKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code Stripe-Signature: t=<seconds>,v1=<hex>[,v1=<hex>...]}: an HMAC of {@code <t>.<body>}. Any v1 may fit; other
 * schemes are ignored. A signature from the future is good, as in Stripe's own library: only its age is limited.
 */
final class StripeSignature {
    static final String HEADER = "Stripe-Signature";
    private static final int SECONDS_DIGITS_MAX = 12;

    private final HmacKeys keys;
    private final Duration tolerance;
    private final Clock clock;

    StripeSignature(HmacKeys keys, Duration tolerance, Clock clock) {
        this.keys = keys;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    boolean fits(@Nullable String header, byte[] body) {
        return header != null
                && parse(header).filter(signed -> fits(signed, body)).isPresent();
    }

    private boolean fits(Signed signed, byte[] body) {
        boolean fresh = !clock.instant().isAfter(signed.at().plus(tolerance));
        var prefix = (signed.seconds() + ".").getBytes(StandardCharsets.UTF_8);
        return fresh && keys.anyMatch(signed.hashes(), prefix, body);
    }

    /** The header's parts; {@code seconds} as written, because that text is what was signed. */
    private record Signed(String seconds, Instant at, ArrayList<byte[]> hashes) {}

    private static Optional<Signed> parse(String header) {
        String seconds = null;
        var hashes = new ArrayList<byte[]>();
        for (var item : header.split(",", -1)) {
            int equals = item.indexOf('=');
            var scheme = equals < 0 ? "" : item.substring(0, equals).strip();
            var value = item.substring(equals + 1).strip();
            if (scheme.equals("t")) {
                seconds = value;
            } else if (scheme.equals("v1")) {
                HexHash.parse(value).ifPresent(hashes::add);
            }
        }
        return seconds != null && isSeconds(seconds) && !hashes.isEmpty()
                ? Optional.of(new Signed(seconds, Instant.ofEpochSecond(Long.parseLong(seconds)), hashes))
                : Optional.empty();
    }

    private static boolean isSeconds(String text) {
        return !text.isEmpty()
                && text.length() <= SECONDS_DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
