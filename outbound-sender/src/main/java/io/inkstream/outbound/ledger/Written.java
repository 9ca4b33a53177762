package io.inkstream.outbound.ledger;

/**
 * A row that was really changed.
 *
 * @param ended it has just got its outcome: a receipt is due
 * @param more the lane holds further unfinished commands
 */
public record Written(LedgerRow row, boolean ended, boolean more) {}
