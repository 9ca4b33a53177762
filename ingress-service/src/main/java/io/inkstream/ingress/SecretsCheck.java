package io.inkstream.ingress;

import io.inkstream.ingress.signature.Secret;
import io.inkstream.ingress.stripe.StripeProperties;
import io.inkstream.ingress.whatsapp.WhatsAppProperties;
import java.util.List;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Stops a start without secrets, or with those that stand in our public repository, by the property's name. */
final class SecretsCheck {
    private final boolean standalone;

    SecretsCheck(Environment environment, WhatsAppProperties whatsApp, StripeProperties stripe) {
        this.standalone = environment.acceptsProfiles(Profiles.of("standalone"));
        requireAll("inkstream.ingress.whatsapp.app-secrets", whatsApp.appSecrets());
        require("inkstream.ingress.whatsapp.verify-token", whatsApp.verifyToken());
        requireAll("inkstream.ingress.stripe.webhook-secrets", stripe.webhookSecrets());
    }

    private void requireAll(String property, List<Secret> secrets) {
        if (secrets.isEmpty()) {
            throw invalid(property, "it is required: without it no webhook could be trusted");
        }
        secrets.forEach(secret -> require(property, secret));
    }

    private void require(String property, Secret secret) {
        if (secret.blank()) {
            throw invalid(property, "it is required: without it no webhook could be trusted");
        }
        if (secret.publiclyKnown() && !standalone) {
            throw invalid(property, "this secret is public and good for the standalone profile only");
        }
    }

    private static InvalidConfigurationPropertyValueException invalid(String property, String reason) {
        return new InvalidConfigurationPropertyValueException(property, "***", reason);
    }
}
