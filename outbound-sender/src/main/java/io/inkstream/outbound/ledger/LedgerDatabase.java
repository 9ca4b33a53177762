package io.inkstream.outbound.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Runs pieces of work as transactions. */
final class LedgerDatabase {
    /** Deadlock, serialization failure: the database undid the work and asks to try again. */
    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001");

    private static final int TRIES = 5;

    private final DataSource dataSource;

    LedgerDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A piece of work; may run more than once. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Commits the work, or leaves no trace and throws {@link LedgerUnavailable}. */
    <T> T inTransaction(Work<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (attempt >= TRIES || e.getSQLState() == null || !TRY_AGAIN.contains(e.getSQLState())) {
                    throw new LedgerUnavailable(e);
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
