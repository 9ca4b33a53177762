package io.inkstream.admin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code offset}: how far ahead of the real clock business time runs at start; zero but in the standalone pipeline. */
@ConfigurationProperties("inkstream.clock")
record ClockProperties(@DefaultValue("PT0S") Duration offset) {}
