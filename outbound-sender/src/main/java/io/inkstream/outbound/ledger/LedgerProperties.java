package io.inkstream.outbound.ledger;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The ledger's waits and keeps.
 *
 * @param owner the name of this instance in claims; a random one when left out
 * @param lease how long a claim is good for (real clock); longer than a request can take
 * @param gapWait how long a lane waits for numbers that have not arrived (real clock)
 * @param uncertainWait how long a status may tell what became of an uncertain send (business clock)
 * @param resendsMax how often an uncertain message is sent again before a person decides
 * @param parkedStatusesKept how long statuses of unknown messages wait for their response
 * @param keep how long finished commands are kept; longer than wa.outbound.v1 keeps its records, so that a repeat is known
 */
@Validated
@ConfigurationProperties("inkstream.sender.ledger")
public record LedgerProperties(
        @DefaultValue("") String owner,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("60s") Duration gapWait,
        @DefaultValue("90s") Duration uncertainWait,
        @DefaultValue("3") @Min(0) int resendsMax,
        @DefaultValue("10m") Duration parkedStatusesKept,
        @DefaultValue("30d") Duration keep) {}
