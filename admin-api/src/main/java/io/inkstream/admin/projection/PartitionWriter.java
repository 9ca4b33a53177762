package io.inkstream.admin.projection;

import io.inkstream.admin.projection.rows.Changes;
import io.inkstream.admin.projection.rows.LogRecord;
import io.inkstream.admin.projection.rows.Rows;
import io.inkstream.admin.projection.rows.TopicProjection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes a partition's records into one projection. Rows and offset are one transaction, and the offset moves by
 * compare-and-set: a writer that lost its partition, or sees a batch twice, changes nothing and gets {@link StalePosition}.
 * A record that cannot be written is found by halving the batch and parked; the partition goes on.
 */
public final class PartitionWriter {
    private static final int ERROR_CHARS_MAX = 500;

    private final DataSource database;
    private final Clock clock;
    private final String schema;
    private final String owner;
    private final Committed committed;

    /** Takes part in each transaction and hears of parked records after their commit. */
    public interface Committed {
        /** Within the transaction, as its last statement. */
        void before(Connection connection, Changes changes) throws SQLException;

        /** A record was set aside. */
        void parked(String topic, LogRecord record, String error);
    }

    /** {@code schema}: the projection to write; {@code owner}: this writer's name, for people who look at the offsets. */
    public PartitionWriter(DataSource database, Clock clock, String schema, String owner, Committed committed) {
        this.database = database;
        this.clock = clock;
        this.schema = schema;
        this.owner = owner;
        this.committed = committed;
    }

    /**
     * Writes the records after {@code from}; returns where the partition stands then. Throws {@link DatabaseUnavailable}
     * with nothing written of the rest.
     */
    public LogPosition write(TopicProjection projection, LogPosition from, List<LogRecord> records) {
        try {
            var rows = new Rows();
            records.forEach(record -> projection.read(record, rows));
            return commit(from, after(from, records), rows, null);
        } catch (DatabaseUnavailable | StalePosition e) {
            throw e;
        } catch (RuntimeException e) { // one of the records breaks the projection, whatever the reason
            return writeAroundPoison(projection, from, records, e);
        }
    }

    private LogPosition writeAroundPoison(
            TopicProjection projection, LogPosition from, List<LogRecord> records, RuntimeException problem) {
        if (records.size() == 1) {
            return park(from, records.getFirst(), problem);
        }
        int half = records.size() / 2;
        var middle = write(projection, from, records.subList(0, half));
        return write(projection, middle, records.subList(half, records.size()));
    }

    private LogPosition park(LogPosition from, LogRecord record, RuntimeException problem) {
        var error = describe(problem);
        var next = commit(from, after(from, List.of(record)), new Rows(), new Parked(record, error));
        committed.parked(from.topic(), record, error);
        return next;
    }

    private LogPosition commit(LogPosition from, LogPosition to, Rows rows, @Nullable Parked parked) {
        while (true) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    moveOffset(connection, from, to);
                    rows.write(connection, schema);
                    if (parked != null) {
                        insertParked(connection, from, parked);
                    }
                    committed.before(connection, rows.changes());
                    connection.commit();
                    return to;
                } catch (SQLException | RuntimeException e) {
                    connection.rollback();
                    throw e;
                }
            } catch (SQLException e) {
                switch (DatabaseTrouble.of(e)) {
                    case DatabaseTrouble.RefusedRows _ -> throw new RefusedBatch(e);
                    case DatabaseTrouble.TablesGone _ -> throw new StalePosition(from.toString());
                    case DatabaseTrouble.Unavailable _ -> throw new DatabaseUnavailable(e);
                    case DatabaseTrouble.Collision _ -> {} // again, at once
                }
            }
        }
    }

    private void moveOffset(Connection connection, LogPosition from, LogPosition to) throws SQLException {
        try (var fast = connection.createStatement()) {
            // A commit lost in a crash of the server takes rows and offset alike: the log is read again from there.
            fast.execute("set local synchronous_commit to off");
        }
        try (var move = connection.prepareStatement(
                "update " + schema
                        + ".projection_offsets set next_offset = ?, owner = ? where topic = ? and part = ? and next_offset = ?")) {
            move.setLong(1, to.next());
            move.setString(2, owner);
            move.setString(3, from.topic());
            move.setInt(4, from.partition());
            move.setLong(5, from.next());
            if (move.executeUpdate() == 0) {
                throw new StalePosition(from.toString());
            }
        }
    }

    private void insertParked(Connection connection, LogPosition at, Parked parked) throws SQLException {
        try (var insert = connection.prepareStatement("insert into " + schema
                + ".projection_dlt (topic, part, off, record_key, value, error, parked_at) values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict do nothing")) {
            insert.setString(1, at.topic());
            insert.setInt(2, at.partition());
            insert.setLong(3, parked.record().offset());
            insert.setString(4, storable(parked.record().key()));
            insert.setBytes(5, parked.record().value());
            insert.setString(6, parked.error());
            insert.setTimestamp(7, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    private static @Nullable String storable(@Nullable String key) {
        return key == null ? null : key.replace('\u0000', '\uFFFD');
    }

    private static LogPosition after(LogPosition from, List<LogRecord> records) {
        return new LogPosition(from.topic(), from.partition(), records.getLast().offset() + 1);
    }

    /** Names the fault. Messages of the database and of the reader quote no content beyond a token. */
    private static String describe(RuntimeException problem) {
        var cause = problem instanceof RefusedBatch refused ? refused.state() : problem.getMessage();
        var text = problem.getClass().getSimpleName() + ": " + cause;
        return storableError(text.length() > ERROR_CHARS_MAX ? text.substring(0, ERROR_CHARS_MAX) : text);
    }

    private static String storableError(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    private record Parked(LogRecord record, String error) {}

    /** The database refused the rows of a batch. */
    private static final class RefusedBatch extends RuntimeException {
        private final String state;

        RefusedBatch(SQLException cause) {
            super(cause);
            this.state = String.valueOf(cause.getSQLState());
        }

        String state() {
            return "the database refused the row, SQLSTATE " + state;
        }
    }
}
