package io.inkstream.admin.projection;

import io.inkstream.admin.projection.rows.Changes;
import io.inkstream.schemas.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Numbers the committed changes and wakes everybody who waits for one. The number's row stays locked until commit, so
 * that numbers become visible in their order: whoever has seen n has seen all before it.
 */
public final class ChangeFeed {
    /** The channel of {@code LISTEN}. */
    public static final String CHANNEL = "inkstream_admin_changes";

    /** Viewers that were away for longer read everything again. */
    private static final int KEPT = 20_000;

    private static final int PRUNE_EVERY = 1_000;

    private static final String ADD = "with next as (update admin.feed set n = n + 1 returning n), "
            + "added as (insert into admin.changes (n, data) select n, ?::jsonb from next), "
            + "pruned as (delete from admin.changes c using next where next.n % " + PRUNE_EVERY
            + " = 0 and c.n < next.n - " + KEPT + ") "
            + "select pg_notify('" + CHANNEL + "', next.n::text) from next";

    private final DataSource database;

    public ChangeFeed(DataSource database) {
        this.database = database;
    }

    /** Adds a batch's changes; the last statement of its transaction. */
    void add(Connection connection, Changes changes) throws SQLException {
        if (!changes.isEmpty()) {
            add(connection, Json.writeText(asData(changes)));
        }
    }

    /** Tells everybody something that is no batch: a rebuild's progress, or that all tables were swapped. */
    public void announce(Map<String, ?> data) {
        try (var connection = database.getConnection()) {
            add(connection, Json.writeText(data));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static void add(Connection connection, String data) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setString(1, data);
            statement.execute();
        }
    }

    private static Map<String, Object> asData(Changes changes) {
        var data = new TreeMap<String, Object>();
        changes.byKind().forEach((kind, ids) -> data.put(nameOf(kind), ids));
        return data;
    }

    private static String nameOf(Changes.Kind kind) {
        return switch (kind) {
            case LEADS -> "leads";
            case OUTBOUND -> "outbound";
            case COMMANDS -> "commands";
            case CONTACTS -> "contacts";
            case DEAD_LETTERS -> "deadLetters";
            case SYSTEM_EVENTS -> "systemEvents";
            case STUDIOS -> "studios";
        };
    }
}
