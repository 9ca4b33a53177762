package io.inkstream.ingress.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.ingress.Fixtures;
import io.inkstream.ingress.Signing;
import io.inkstream.ingress.signature.HmacKeys;
import io.inkstream.ingress.signature.Secret;
import io.inkstream.schemas.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WhatsAppSignatureTest {
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    static Stream<Arguments> vectors() {
        var file = Json.tree(Fixtures.whatsapp("signature_vectors"));
        var secret = file.path("app_secret").asString();
        return file.path("vectors").valueStream().map(vector -> {
            var header = vector.path("x_hub_signature_256");
            var valid = vector.path("valid");
            return Arguments.of(
                    vector.path("name").asString(),
                    secret,
                    vector.path("body").asString(),
                    header.isNull() ? null : header.asString(),
                    valid.isBoolean() ? valid.asBoolean() : true); // upper case, left to us: decoded bytes are compared
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void signature_ofEachVector_isJudgedAsItSays(
            String name, String secret, String body, String header, boolean valid) {
        var signature = new WhatsAppSignature(new HmacKeys(List.of(new Secret(secret))));

        assertThat(signature.fits(header, body.getBytes(UTF_8))).isEqualTo(valid);
    }

    @Test
    void signature_whileASecretIsRotated_fitsWithEither() {
        var signature = new WhatsAppSignature(new HmacKeys(List.of(new Secret("old"), new Secret("new"))));

        assertThat(signature.fits(Signing.whatsapp("old", BODY), BODY)).isTrue();
        assertThat(signature.fits(Signing.whatsapp("new", BODY), BODY)).isTrue();
        assertThat(signature.fits(Signing.whatsapp("other", BODY), BODY)).isFalse();
    }
}
