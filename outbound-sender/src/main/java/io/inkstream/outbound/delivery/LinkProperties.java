package io.inkstream.outbound.delivery;

import io.inkstream.outbound.Secret;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The links in notices.
 *
 * @param key signs their tokens; the admin API has the same
 * @param baseUrl where the admin API is reached from a phone
 */
@Validated
@ConfigurationProperties("inkstream.sender.links")
public record LinkProperties(@NotNull Secret key, @NotNull URI baseUrl) {}
