package io.inkstream.ingress;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code alarmInterval}: at most one event about refused signatures per source in this time. */
@ConfigurationProperties("inkstream.ingress.signature")
record SignatureProperties(@DefaultValue("1m") Duration alarmInterval) {}
