package io.inkstream.ingress.whatsapp;

import io.inkstream.ingress.http.Refused;
import io.inkstream.ingress.http.WebhookSource;
import io.inkstream.ingress.identity.IdentityTable;
import io.inkstream.ingress.publish.Outgoing;
import io.inkstream.ingress.signature.HmacKeys;
import io.inkstream.ingress.studios.StudioDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Meta's WhatsApp webhook. */
public final class WhatsAppSource implements WebhookSource {
    private final WhatsAppProperties properties;
    private final WhatsAppSignature signature;
    private final EnvelopeRouting routing;

    public WhatsAppSource(
            WhatsAppProperties properties, StudioDirectory studios, IdentityTable identities, Clock clock) {
        this.properties = properties;
        this.signature = new WhatsAppSignature(new HmacKeys(properties.appSecrets()));
        this.routing = new EnvelopeRouting(studios, new MessageReading(identities), properties.accounts(), clock);
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public DataSize bodyMax() {
        return properties.bodyMax();
    }

    @Override
    public boolean signed(HttpServletRequest request, byte[] body) {
        return signature.fits(request.getHeader(WhatsAppSignature.HEADER), body);
    }

    @Override
    public List<Outgoing> records(byte[] body) throws Refused {
        return routing.records(body, EnvelopeParser.parse(body, properties.updatesMax()));
    }
}
