package io.inkstream.outbound.ledger;

import java.sql.SQLException;

/** The database did not do what was asked; nothing was changed. */
public final class LedgerUnavailable extends RuntimeException {
    LedgerUnavailable(SQLException cause) {
        super("ledger database: " + cause.getSQLState(), cause);
    }
}
