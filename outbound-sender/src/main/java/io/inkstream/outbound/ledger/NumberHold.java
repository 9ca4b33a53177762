package io.inkstream.outbound.ledger;

import java.time.Instant;

/**
 * A number that must not send. One command at a time is let through as a probe.
 *
 * @param probeAt by the real clock
 * @param probes how many have failed so far
 */
public record NumberHold(
        String phoneNumberId, String studio, int errorCode, Instant since, Instant probeAt, int probes) {}
