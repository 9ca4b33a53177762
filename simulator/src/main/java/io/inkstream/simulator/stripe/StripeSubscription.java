package io.inkstream.simulator.stripe;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.webhooks.Hmac;
import io.inkstream.simulator.webhooks.Provider;
import io.inkstream.simulator.webhooks.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The studio's endpoint for events: every attempt is signed afresh, any 2xx is an acknowledgement. */
@Component
final class StripeSubscription implements Subscription {
    private final StripeProperties properties;
    private final BusinessClock clock;

    StripeSubscription(StripeProperties properties, BusinessClock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Provider provider() {
        return Provider.STRIPE;
    }

    @Override
    public URI url() {
        return properties.webhookUrl();
    }

    @Override
    public String signatureHeader() {
        return "Stripe-Signature";
    }

    @Override
    public String sign(byte[] body) {
        return header(properties.webhookSecret(), clock.instant().getEpochSecond(), body);
    }

    static String header(String secret, long seconds, byte[] body) {
        var start = (seconds + ".").getBytes(StandardCharsets.UTF_8);
        return "t=" + seconds + ",v1=" + Hmac.sha256Hex(secret, start, body);
    }

    @Override
    public boolean acknowledges(int status) {
        return status / 100 == 2;
    }
}
