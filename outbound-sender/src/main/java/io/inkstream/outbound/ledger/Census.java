package io.inkstream.outbound.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Unfinished commands by state, and since when (business clock) the oldest uncertain one has been so. */
public record Census(Map<String, Long> openByState, Optional<Instant> oldestUncertain) {}
