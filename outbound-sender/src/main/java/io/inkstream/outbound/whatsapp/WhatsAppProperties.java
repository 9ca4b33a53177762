package io.inkstream.outbound.whatsapp;

import io.inkstream.outbound.Secret;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach the Graph API.
 *
 * @param baseUrl with the version, which also decides the shape of webhooks
 * @param requestTimeout no answer within it: nobody knows whether the message was accepted
 * @param idleTimeout connections unused for so long are closed: the other side may have closed them already
 */
@Validated
@ConfigurationProperties("inkstream.sender.whatsapp")
public record WhatsAppProperties(
        @DefaultValue("https://graph.facebook.com/v25.0") URI baseUrl,
        @NotNull Secret accessToken,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("20s") Duration idleTimeout) {}
