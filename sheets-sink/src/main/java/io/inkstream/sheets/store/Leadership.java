package io.inkstream.sheets.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets one instance at a time write to Google: two would overwrite each other's rows with older ones, and share one quota
 * without knowing. The lock belongs to a connection of its own and goes with it, also when this process dies.
 */
public final class Leadership implements AutoCloseable {
    private static final long WRITER_LOCK = 0x5348_4545_5402L;
    private static final int VALIDATION_SECONDS = 2;

    private final DataSource database;
    private @Nullable Connection holder;
    private int terms;

    public Leadership(DataSource database) {
        this.database = database;
    }

    /**
     * The number of the term in which this instance writes, another one each time it became the writer; empty while somebody
     * else is. Tries to become the writer when there is none. Throws when the database is away.
     */
    public synchronized OptionalInt term() throws SQLException {
        if (holder != null && holder.isValid(VALIDATION_SECONDS)) {
            return OptionalInt.of(terms);
        }
        close();
        var candidate = database.getConnection();
        var locked = false;
        try {
            locked = lock(candidate);
            if (!locked) {
                return OptionalInt.empty();
            }
            holder = candidate;
            return OptionalInt.of(++terms);
        } finally {
            if (!locked) {
                candidate.close();
            }
        }
    }

    /** Gives the lock back, for another instance to take over at once. */
    @Override
    public synchronized void close() throws SQLException {
        var connection = holder;
        holder = null;
        if (connection != null) {
            try (connection) {
                if (connection.isValid(VALIDATION_SECONDS)) {
                    unlock(connection);
                }
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, WRITER_LOCK);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** A pooled connection lives on after close, and so would its lock. */
    private static void unlock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, WRITER_LOCK);
            statement.execute();
        }
    }
}
