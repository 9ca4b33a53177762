package io.inkstream.outbound.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One statement with its parameters set in order; whole batches travel as arrays. */
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement statement;
    private int index;

    /** Reads one row of a result. */
    interface Mapping<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at one row of a result. */
    interface Visit {
        void see(ResultSet row) throws SQLException;
    }

    Sql(Connection connection, String text) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(text);
    }

    Sql with(@Nullable Object value) throws SQLException {
        statement.setObject(++index, value instanceof Instant instant ? atUtc(instant) : value);
        return this;
    }

    /** A column of the batch: {@code type} is PostgreSQL's name of an element. */
    <R> Sql column(String type, List<R> rows, Function<R, @Nullable Object> value) throws SQLException {
        // Arrays of their own type travel in binary form, others as text to be parsed.
        @Nullable
        Object[] elements = switch (type) {
            case "text" -> new @Nullable String[rows.size()];
            case "int8" -> new @Nullable Long[rows.size()];
            case "int4" -> new @Nullable Integer[rows.size()];
            case "bool" -> new @Nullable Boolean[rows.size()];
            default -> new @Nullable Object[rows.size()];
        };
        for (var i = 0; i < elements.length; i++) {
            var element = value.apply(rows.get(i));
            elements[i] = element instanceof Instant instant ? atUtc(instant) : element;
        }
        return array(connection.createArrayOf(type, elements));
    }

    Sql texts(Collection<String> values) throws SQLException {
        return array(connection.createArrayOf("text", values.toArray(String[]::new)));
    }

    int update() throws SQLException {
        return statement.executeUpdate();
    }

    <T> List<T> list(Mapping<T> mapping) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(mapping.read(rows));
            }
            return list;
        }
    }

    void each(Visit visit) throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                visit.see(rows);
            }
        }
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private Sql array(Array array) throws SQLException {
        statement.setArray(++index, array);
        return this;
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
