package io.inkstream.ingress.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on what is read before a signature could be checked.
 *
 * @param memory of all bodies held at once; more are refused with 503 until some are answered
 * @param arriveWithin how long one body may take to arrive
 */
@ConfigurationProperties("inkstream.ingress.body")
public record BodyProperties(
        @DefaultValue("64MB") DataSize memory,
        @DefaultValue("10s") Duration arriveWithin) {}
