package io.inkstream.ingress.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code offset}: how far the business clock runs ahead of the real one at the start. */
@ConfigurationProperties("inkstream.clock")
public record ClockProperties(@DefaultValue("PT0S") Duration offset) {}
