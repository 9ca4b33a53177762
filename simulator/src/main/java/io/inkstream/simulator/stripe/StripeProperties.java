package io.inkstream.simulator.stripe;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The studio's Stripe account. The secrets are the public ones of standalone: this is a fake.
 *
 * @param webhookUrl where events go
 * @param publicUrl how the client reaches this simulator; checkout pages are below it
 * @param apiVersion the version events are written in
 */
@ConfigurationProperties("inkstream.simulator.stripe")
record StripeProperties(
        @DefaultValue("http://localhost:8080/webhooks/stripe")
        URI webhookUrl,

        @DefaultValue("http://localhost:8090") URI publicUrl,
        @DefaultValue("inkstream-dev-stripe-key") String key,
        @DefaultValue("inkstream-dev-stripe-secret") String webhookSecret,
        @DefaultValue("2026-08-26.dahlia") String apiVersion) {

    @Override
    public String toString() {
        return "StripeProperties[" + webhookUrl + "]";
    }
}
