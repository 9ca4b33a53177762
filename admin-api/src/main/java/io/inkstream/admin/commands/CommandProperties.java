package io.inkstream.admin.commands;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code outcomeWait}: how long an answer waits for the conversation's decision before it says 202. */
@ConfigurationProperties("inkstream.admin.commands")
record CommandProperties(@DefaultValue("2s") Duration outcomeWait) {}
