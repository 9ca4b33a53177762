package io.inkstream.outbound.delivery;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Meta's limits.
 *
 * @param numberPerSecond messages per second and number, of all instances together; 0 lifts the limit
 * @param pairInterval the steady distance between two messages of this instance to one person; 0 lifts the limit
 * @param pairBurst how many may go to one person at once, borrowed from the future
 * @param slowedFor how long a number that hit its throughput goes at half its rate
 */
@Validated
@ConfigurationProperties("inkstream.sender.rates")
public record RateProperties(
        @DefaultValue("80") @Min(0) int numberPerSecond,
        @DefaultValue("6s") Duration pairInterval,
        @DefaultValue("45") @Min(1) int pairBurst,
        @DefaultValue("60s") Duration slowedFor) {}
