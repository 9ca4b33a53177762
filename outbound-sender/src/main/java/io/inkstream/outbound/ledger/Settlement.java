package io.inkstream.outbound.ledger;

import io.inkstream.outbound.NextStep;

/** What became of a claim; {@code row} as it was claimed. */
public record Settlement(LedgerRow row, NextStep step) {}
