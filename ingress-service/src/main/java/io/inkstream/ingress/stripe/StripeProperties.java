package io.inkstream.ingress.stripe;

import io.inkstream.ingress.signature.Secret;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Stripe's webhook.
 *
 * @param webhookSecrets the endpoint's signing secret, all of it; several while it is being rotated
 * @param liveMode whether real money is expected; events of the other mode are refused
 * @param tolerance how old a signature may be, by the business clock; a retry is signed anew
 * @param bodyMax no event comes near; with its escaped copy it still fits a Kafka record
 */
@ConfigurationProperties("inkstream.ingress.stripe")
public record StripeProperties(
        @DefaultValue List<Secret> webhookSecrets,
        @DefaultValue("true") boolean liveMode,
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("256KB") DataSize bodyMax) {

    public StripeProperties {
        webhookSecrets = List.copyOf(webhookSecrets);
    }
}
