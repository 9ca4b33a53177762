package io.inkstream.outbound.delivery;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How commands are brought out.
 *
 * @param concurrency requests under way at the same time
 * @param firstBackoff the first wait after a refusal
 * @param longestBackoff no computed wait is longer
 * @param longestRetryAfter no Retry-After is believed beyond this
 * @param notSentMax how often a command may fail to leave this machine before it is given up
 * @param retryTopics whether waits are also written to the retry topics, so that any instance may wake them
 * @param firstProbe when a held number is tried again
 * @param longestProbe the longest time between two probes
 * @param reconcileEvery how often lost timers and acknowledgements are looked for
 * @param scanEvery how often all unfinished commands are gone through
 * @param outcomesGatheredFor how long an outcome waits for others to be written with, while nobody waits for it
 * @param shownAfter a command that has not moved for this long is shown as it stands
 */
@Validated
@ConfigurationProperties("inkstream.sender.delivery")
public record DeliveryProperties(
        @DefaultValue("256") @Min(1) int concurrency,
        @DefaultValue("1s") Duration firstBackoff,
        @DefaultValue("5m") Duration longestBackoff,
        @DefaultValue("1h") Duration longestRetryAfter,
        @DefaultValue("60") @Min(1) int notSentMax,
        @DefaultValue("true") boolean retryTopics,
        @DefaultValue("30s") Duration firstProbe,
        @DefaultValue("10m") Duration longestProbe,
        @DefaultValue("1s") Duration reconcileEvery,
        @DefaultValue("5s") Duration scanEvery,
        @DefaultValue("5ms") Duration outcomesGatheredFor,
        @DefaultValue("2s") Duration shownAfter) {}
