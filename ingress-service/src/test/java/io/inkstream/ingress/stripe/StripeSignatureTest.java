package io.inkstream.ingress.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.ingress.Fixtures;
import io.inkstream.ingress.Signing;
import io.inkstream.ingress.signature.HmacKeys;
import io.inkstream.ingress.signature.Secret;
import io.inkstream.schemas.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSignatureTest {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    static Stream<Arguments> vectors() {
        var file = Json.tree(Fixtures.stripe("signature_vectors"));
        return file.path("vectors")
                .valueStream()
                .map(vector -> Arguments.of(
                        vector.path("name").asString(),
                        file.path("secret").asString(),
                        Duration.ofSeconds(file.path("tolerance_s").asLong()),
                        Instant.ofEpochSecond(vector.path("now").asLong()),
                        vector.path("header").asString(),
                        vector.path("body_override").asString(file.path("body").asString()),
                        vector.path("valid").asBoolean()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void signature_ofEachVector_isJudgedAsItSays(
            String name, String secret, Duration tolerance, Instant now, String header, String body, boolean valid) {
        assertThat(signature(tolerance, now, secret).fits(header, body.getBytes(UTF_8)))
                .isEqualTo(valid);
    }

    @Test
    void signature_whileASecretIsRotated_fitsWithEither() {
        var signature = signature(TOLERANCE, NOW, "old", "new");

        assertThat(signature.fits(Signing.stripe("old", NOW, BODY), BODY)).isTrue();
        assertThat(signature.fits(Signing.stripe("new", NOW, BODY), BODY)).isTrue();
        assertThat(signature.fits(Signing.stripe("other", NOW, BODY), BODY)).isFalse();
    }

    @Test
    void signature_fromTheFuture_isGood() {
        assertThat(signature(TOLERANCE, NOW, "s").fits(Signing.stripe("s", NOW.plusSeconds(3600), BODY), BODY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t=,v1=00", "t=99999999999999999999,v1=00", "t=-1,v1=00", "t=1", "v1", "=,=,=", ",,,"})
    void header_ofAnotherShape_isBad(String header) {
        assertThat(signature(TOLERANCE, NOW, "s").fits(header, BODY)).isFalse();
    }

    private static StripeSignature signature(Duration tolerance, Instant now, String... secrets) {
        var keys = new HmacKeys(Stream.of(secrets).map(Secret::new).toList());
        return new StripeSignature(keys, tolerance, Clock.fixed(now, ZoneOffset.UTC));
    }
}
