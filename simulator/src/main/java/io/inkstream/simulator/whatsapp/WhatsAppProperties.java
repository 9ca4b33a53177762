package io.inkstream.simulator.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The studio's side of WhatsApp. The secrets are the public ones of standalone: this is a fake.
 *
 * @param webhookUrl where Meta's webhooks go
 * @param publicUrl how the studio reaches this simulator; media urls start with it
 * @param businessAccountId the WABA of webhook entries
 * @param numbers the studios' numbers; the first is meant when a request names none
 * @param statusInterval webhooks of statuses are collected for so long; sent comes with the first, delivered with the next
 * @param messagesKept so many newest messages, of studios and people, can be looked at; older ones are forgotten
 */
@ConfigurationProperties("inkstream.simulator.whatsapp")
record WhatsAppProperties(
        @DefaultValue("http://localhost:8080/webhooks/whatsapp")
        URI webhookUrl,

        @DefaultValue("http://localhost:8090") URI publicUrl,
        @DefaultValue("inkstream-dev-app-secret") String appSecret,
        @DefaultValue("inkstream-dev-access-token") String accessToken,
        @DefaultValue("102290129340398") String businessAccountId,
        @DefaultValue List<BusinessNumber> numbers,
        @DefaultValue("200ms") Duration statusInterval,
        @DefaultValue("100000") int messagesKept) {

    WhatsAppProperties {
        numbers = numbers.isEmpty() ? BusinessNumber.OF_STANDALONE : List.copyOf(numbers);
    }

    @Override
    public String toString() {
        return "WhatsAppProperties[" + webhookUrl + "]";
    }
}
