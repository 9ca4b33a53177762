package io.inkstream.admin.projection.rows;

import io.inkstream.admin.projection.rows.ProjectionTable.OnRepeat;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table in one transaction. A key that comes several times is collapsed to the row that would win:
 * one upsert cannot touch a row twice, and a message's many ledger changes need one write.
 */
final class RowBatch {
    private final ProjectionTable table;
    private final int[] keyColumns;
    private final int orderColumn;
    private final boolean laterOfEqualWins;
    private final Map<Object, @Nullable Object[]> rows = new LinkedHashMap<>();
    private final Set<String> deleted = new LinkedHashSet<>();

    RowBatch(ProjectionTable table) {
        this.table = table;
        this.keyColumns = table.key().stream().mapToInt(table::indexOf).sorted().toArray();
        switch (table.onRepeat()) {
            case OnRepeat.KeepFirst _ -> {
                orderColumn = -1;
                laterOfEqualWins = false;
            }
            case OnRepeat.KeepNewest newest -> {
                orderColumn = table.indexOf(newest.column());
                laterOfEqualWins = newest.orEqual();
            }
        }
    }

    void put(@Nullable Object... row) {
        if (row.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.name() + " has " + table.columns().size() + " columns, the row " + row.length);
        }
        rows.merge(keyOf(row), row, this::winner);
    }

    /** Removes the row of this single-column key. */
    void delete(String key) {
        rows.remove(key);
        deleted.add(key);
    }

    /** Deletes first: a row that was put after its deletion is a new one, and owes nothing to the stored one. */
    void write(Connection connection, String schema) throws SQLException {
        if (!deleted.isEmpty()) {
            try (var statement = connection.prepareStatement(inSchema(table.deleteSql(), schema))) {
                statement.setArray(1, connection.createArrayOf("text", deleted.toArray()));
                statement.executeUpdate();
            }
        }
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(inSchema(table.insertSql(), schema))) {
                for (int i = 0; i < table.columns().size(); i++) {
                    var type = table.columns().get(i).arrayType();
                    statement.setArray(i + 1, connection.createArrayOf(type, column(rows.values(), i, type)));
                }
                statement.executeUpdate();
            }
        }
    }

    int size() {
        return rows.size() + deleted.size();
    }

    private static String inSchema(String sql, String schema) {
        return sql.replace(ProjectionTable.SCHEMA, schema);
    }

    private Object keyOf(@Nullable Object[] row) {
        if (keyColumns.length == 1) {
            return String.valueOf(row[keyColumns[0]]);
        }
        var key = new ArrayList<String>(keyColumns.length);
        for (int column : keyColumns) {
            key.add(String.valueOf(row[column]));
        }
        return List.copyOf(key);
    }

    private @Nullable Object[] winner(@Nullable Object[] standing, @Nullable Object[] newcomer) {
        if (orderColumn < 0) {
            return standing;
        }
        var order = compare(newcomer[orderColumn], standing[orderColumn]);
        return order > 0 || (order == 0 && laterOfEqualWins) ? withEarliest(newcomer, standing) : standing;
    }

    /** What the upsert would do with two rows that came one after the other. */
    private @Nullable Object[] withEarliest(@Nullable Object[] winner, @Nullable Object[] loser) {
        for (int i = 0; i < winner.length; i++) {
            if (table.columns().get(i).earliestWins() && compare(winner[i], loser[i]) > 0) {
                winner[i] = loser[i];
            }
        }
        return winner;
    }

    private int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        }
        throw new IllegalArgumentException(table.name() + " is ordered by a column that has no order");
    }

    /** The driver wants one element type per array; times travel as ISO text. */
    private static @Nullable Object[] column(Collection<@Nullable Object[]> rows, int index, String type) {
        @Nullable
        Object[] values = switch (type) {
            case "int8" -> new Long[rows.size()];
            case "int4" -> new Integer[rows.size()];
            case "bool" -> new Boolean[rows.size()];
            default -> new String[rows.size()];
        };
        int i = 0;
        for (var row : rows) {
            var value = row[index];
            values[i++] = value instanceof Instant || value instanceof Enum<?> ? value.toString() : value;
        }
        return values;
    }
}
