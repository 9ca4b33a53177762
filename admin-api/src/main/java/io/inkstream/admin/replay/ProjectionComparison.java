package io.inkstream.admin.replay;

import io.inkstream.admin.projection.rows.ProjectionTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Compares two projections row by row without holding either in memory: both are read in key order and merged. Each side
 * is read in a snapshot of its own, so that the live one may go on meanwhile.
 */
final class ProjectionComparison {
    private static final int ROWS_AT_ONCE = 2_000;
    private static final int SAMPLES_MAX = 10;

    private ProjectionComparison() {}

    /** {@code liveSchema} as {@code live} sees it, against {@code rebuiltSchema} as {@code rebuilt} sees it. */
    static TableComparison of(
            ProjectionTable table, Connection live, String liveSchema, Connection rebuilt, String rebuiltSchema)
            throws SQLException {
        try (var left = new Side(live, liveSchema, table);
                var right = new Side(rebuilt, rebuiltSchema, table)) {
            return merge(table, left, right);
        }
    }

    private static TableComparison merge(ProjectionTable table, Side live, Side rebuilt) throws SQLException {
        long onlyLive = 0;
        long onlyRebuilt = 0;
        long different = 0;
        var samples = new ArrayList<String>();
        var left = live.next();
        var right = rebuilt.next();
        while (left != null || right != null) {
            int order = order(left, right);
            var agree =
                    order == 0 && left != null && right != null && left.hash().equals(right.hash());
            if (!agree && samples.size() < SAMPLES_MAX) {
                samples.add(sample(order, left, right));
            }
            if (order < 0) {
                onlyLive++;
                left = live.next();
            } else if (order > 0) {
                onlyRebuilt++;
                right = rebuilt.next();
            } else {
                different += agree ? 0 : 1;
                left = live.next();
                right = rebuilt.next();
            }
        }
        return new TableComparison(table.name(), live.rows, rebuilt.rows, onlyLive, onlyRebuilt, different, 0, samples);
    }

    private static int order(@Nullable Row left, @Nullable Row right) {
        if (left == null) {
            return 1;
        }
        return right == null ? -1 : left.key().compareTo(right.key());
    }

    private static String sample(int order, @Nullable Row left, @Nullable Row right) {
        if (order < 0 && left != null) {
            return "only live: " + left.name();
        }
        return (order > 0 ? "only rebuilt: " : "different: ") + (right == null ? "" : right.name());
    }

    /** {@code key} sorts, {@code name} is for people. */
    private record Row(String key, String name, String hash) {}

    /** One table's rows in the order of their keys. */
    private static final class Side implements AutoCloseable {
        private final Statement statement;
        private final ResultSet result;
        private long rows;

        Side(Connection connection, String schema, ProjectionTable table) throws SQLException {
            statement = connection.createStatement();
            statement.setFetchSize(ROWS_AT_ONCE);
            // Hex, so that the order is that of Java's strings whatever the database's collation.
            result = statement.executeQuery("select encode(convert_to(row(" + table.keyList()
                    + ")::text, 'UTF8'), 'hex') collate \"C\" as k, row(" + table.keyList() + ")::text, md5(row("
                    + table.columnList() + ")::text) from " + schema + "." + table.name() + " order by 1");
        }

        @Nullable
        Row next() throws SQLException {
            if (!result.next()) {
                return null;
            }
            rows++;
            return new Row(result.getString(1), result.getString(2), result.getString(3));
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
