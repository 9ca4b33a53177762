package io.inkstream.simulator.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the simulator does by itself. Load runs switch most of it off.
 *
 * @param statuses sent and delivered webhooks after each accepted message
 * @param rates the providers' rate limits (WhatsApp 80/s and the pair rate, Stripe 25/s)
 * @param serviceWindow WhatsApp refuses free-form messages to people known to be silent for 24 h
 * @param sheetsQuota Sheets' 60 writes and 60 reads a minute
 * @param webhookRetries unaccepted webhooks are repeated
 * @param keepSent accepted messages stay readable; off: they are only counted and forgotten
 * @param journal lines go to the journal, when there is one
 */
@ConfigurationProperties("inkstream.simulator.settings")
public record Switches(
        @DefaultValue("true") boolean statuses,
        @DefaultValue("true") boolean rates,
        @DefaultValue("true") boolean serviceWindow,
        @DefaultValue("true") boolean sheetsQuota,
        @DefaultValue("true") boolean webhookRetries,
        @DefaultValue("true") boolean keepSent,
        @DefaultValue("true") boolean journal) {}
