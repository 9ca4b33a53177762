package io.inkstream.conversation.streams;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How far ahead of the real clock the business clock runs; anything but zero is for standalone and tests. */
@ConfigurationProperties("inkstream.clock")
record ClockProperties(@DefaultValue("PT0S") Duration offset) {}
