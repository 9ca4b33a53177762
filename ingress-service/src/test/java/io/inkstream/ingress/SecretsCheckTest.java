package io.inkstream.ingress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.ingress.signature.Secret;
import io.inkstream.ingress.stripe.StripeProperties;
import io.inkstream.ingress.whatsapp.WhatsAppProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;

class SecretsCheckTest {

    @Test
    void ownSecrets_areGoodAnywhere() {
        assertThatCode(() -> check("production", "a", "b", "c")).doesNotThrowAnyException();
        assertThatCode(() -> check("standalone", "a", "b", "c")).doesNotThrowAnyException();
    }

    @Test
    void publicSecrets_areGoodInStandalone() {
        assertThatCode(() -> check(
                        "standalone",
                        "inkstream-dev-app-secret",
                        "inkstream-dev-verify-token",
                        "inkstream-dev-stripe-secret"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "inkstream-dev-app-secret, b, c, inkstream.ingress.whatsapp.app-secrets",
        "a, inkstream-dev-verify-token, c, inkstream.ingress.whatsapp.verify-token",
        "a, b, inkstream-dev-stripe-secret, inkstream.ingress.stripe.webhook-secrets",
        "'', b, c, inkstream.ingress.whatsapp.app-secrets",
        "a, '', c, inkstream.ingress.whatsapp.verify-token",
        "a, b, '', inkstream.ingress.stripe.webhook-secrets"
    })
    void publicOrMissingSecrets_stopTheStartByTheirName(String app, String verify, String stripe, String property) {
        assertThatThrownBy(() -> check("production", app, verify, stripe))
                .hasMessageContaining(property)
                .hasMessageNotContaining("inkstream-dev");
    }

    private static void check(String profile, String app, String verify, String stripe) {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        var whatsApp = new WhatsAppProperties(
                List.of(new Secret(app)), new Secret(verify), DataSize.ofMegabytes(3), 10, Map.of());
        var payments =
                new StripeProperties(List.of(new Secret(stripe)), true, Duration.ofMinutes(5), DataSize.ofKilobytes(1));
        var _ = new SecretsCheck(environment, whatsApp, payments);
    }
}
