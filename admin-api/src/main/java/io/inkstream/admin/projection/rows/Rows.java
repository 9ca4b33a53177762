package io.inkstream.admin.projection.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch of records becomes: rows per table, and what a viewer should look at again. */
public final class Rows {
    private final Map<ProjectionTable, RowBatch> batches = new LinkedHashMap<>();
    private final Changes changes = new Changes();

    void put(ProjectionTable table, @Nullable Object... row) {
        batches.computeIfAbsent(table, RowBatch::new).put(row);
    }

    void delete(ProjectionTable table, String key) {
        batches.computeIfAbsent(table, RowBatch::new).delete(key);
    }

    public Changes changes() {
        return changes;
    }

    /** Writes everything within the caller's transaction; returns the number of rows. */
    public int write(Connection connection, String schema) throws SQLException {
        int written = 0;
        for (var batch : batches.values()) {
            batch.write(connection, schema);
            written += batch.size();
        }
        return written;
    }
}
