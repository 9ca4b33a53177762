package io.inkstream.outbound.ledger;

/**
 * A row that was really changed.
 *
 * @param ended it has just got its outcome: a receipt is due beside the ledger entry
 * @param more the lane holds further unfinished commands
 */
public record Written(LedgerRow row, boolean ended, boolean more) {
    static Written changed(LedgerRow row) {
        return new Written(row, false, false);
    }
}
