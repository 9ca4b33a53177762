package io.inkstream.simulator.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered. Meta and Stripe repeat for days with falling frequency; the first repeats come sooner here,
 * so that nobody has to wait for them. All by the real clock.
 *
 * @param timeout a slower answer counts as none
 * @param retryFirst pause before the first repeat; each further one is twice as long
 * @param retryLongest longest pause between repeats
 * @param retryFor after that time a webhook is given up
 */
@ConfigurationProperties("inkstream.simulator.webhooks")
record WebhookProperties(
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("500ms") Duration retryFirst,
        @DefaultValue("30s") Duration retryLongest,
        @DefaultValue("7d") Duration retryFor) {}
