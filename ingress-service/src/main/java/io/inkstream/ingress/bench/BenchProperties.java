package io.inkstream.ingress.bench;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code enabled}: whether {@code POST /bench/echo} exists. */
@ConfigurationProperties("inkstream.ingress.bench")
public record BenchProperties(@DefaultValue("false") boolean enabled) {}
