package io.inkstream.outbound.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The unfinished commands.
 *
 * @param openByState how many stand in each state
 * @param oldestUncertain since when (business clock) the oldest uncertain one has been so
 * @param oldest when (real clock) the oldest of all came
 * @param duplicates finished or not: how many were accepted twice
 */
public record Census(
        Map<String, Long> openByState, Optional<Instant> oldestUncertain, Optional<Instant> oldest, long duplicates) {}
