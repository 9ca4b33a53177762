package io.inkstream.ingress.stripe;

import io.inkstream.ingress.http.Refused;
import io.inkstream.ingress.http.WebhookSource;
import io.inkstream.ingress.publish.Outgoing;
import io.inkstream.ingress.signature.HmacKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Stripe's webhook. */
public final class StripeSource implements WebhookSource {
    private final StripeProperties properties;
    private final StripeSignature signature;
    private final StripeEvents events;

    public StripeSource(StripeProperties properties, Clock clock) {
        this.properties = properties;
        this.signature = new StripeSignature(new HmacKeys(properties.webhookSecrets()), properties.tolerance(), clock);
        this.events = new StripeEvents(properties.liveMode(), clock);
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public DataSize bodyMax() {
        return properties.bodyMax();
    }

    @Override
    public boolean signed(HttpServletRequest request, byte[] body) {
        return signature.fits(request.getHeader(StripeSignature.HEADER), body);
    }

    @Override
    public List<Outgoing> records(byte[] body) throws Refused {
        return events.records(body);
    }
}
