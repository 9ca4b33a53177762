package io.inkstream.ingress.whatsapp;

import io.inkstream.ingress.signature.Secret;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Meta's webhook.
 *
 * @param appSecrets the app's secret; several while it is being rotated
 * @param verifyToken what Meta must present when the webhook's URL is registered
 * @param bodyMax Meta says up to 3 MB
 * @param updatesMax messages, statuses and changes in one webhook; Meta says up to 1,000
 * @param accounts WhatsApp Business Account id to phone number id, for input that names only the account
 */
@ConfigurationProperties("inkstream.ingress.whatsapp")
public record WhatsAppProperties(
        @DefaultValue List<Secret> appSecrets,
        @DefaultValue("") Secret verifyToken,
        @DefaultValue("3MB") DataSize bodyMax,
        @DefaultValue("10000") int updatesMax,
        @DefaultValue Map<String, String> accounts) {

    public WhatsAppProperties {
        appSecrets = List.copyOf(appSecrets);
        accounts = Map.copyOf(accounts);
    }
}
