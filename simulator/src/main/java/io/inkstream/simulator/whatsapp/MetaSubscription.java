package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.webhooks.Hmac;
import io.inkstream.simulator.webhooks.Provider;
import io.inkstream.simulator.webhooks.Subscription;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The studio's callback for WhatsApp: signed with the app secret; nothing but 200 is an acknowledgement. */
@Component
final class MetaSubscription implements Subscription {
    private static final int OK = 200;

    private final WhatsAppProperties properties;

    MetaSubscription(WhatsAppProperties properties) {
        this.properties = properties;
    }

    @Override
    public Provider provider() {
        return Provider.META;
    }

    @Override
    public URI url() {
        return properties.webhookUrl();
    }

    @Override
    public String signatureHeader() {
        return "X-Hub-Signature-256";
    }

    @Override
    public String sign(byte[] body) {
        return "sha256=" + Hmac.sha256Hex(properties.appSecret(), body);
    }

    @Override
    public boolean acknowledges(int status) {
        return status == OK;
    }
}
