package io.inkstream.admin.replay;

import io.inkstream.admin.projection.rows.ProjectionTable;
import io.inkstream.admin.projection.rows.ProjectionTable.OnRepeat;
import io.inkstream.admin.projection.rows.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes over rows whose records the log no longer holds: they cannot be rebuilt, and must not be lost. */
final class CarryOver {
    private static final String HELD =
            " left join unnest(?::text[], ?::int4[], ?::int8[], ?::int8[])" + " as h(topic, part, log_start, log_end)";
    private static final String NOT_HELD = " where h.topic is null or t.off < h.log_start or t.off >= h.log_end";

    private final String live;
    private final String rebuilt;
    private final List<HeldRange> held;

    CarryOver(String live, String rebuilt, List<HeldRange> held) {
        this.live = live;
        this.rebuilt = rebuilt;
        this.held = List.copyOf(held);
    }

    /** Rows per table that were taken over. */
    Map<String, Long> run(Connection connection) throws SQLException {
        var carried = new HashMap<String, Long>();
        for (var table : Tables.ALL) {
            try (var statement = connection.prepareStatement(copy(table))) {
                bindHeld(connection, statement);
                carried.put(table.name(), (long) statement.executeUpdate());
            }
        }
        return carried;
    }

    /** Leads of which the log no longer holds some decision. */
    long leads(Connection connection) throws SQLException {
        var sql = "select count(distinct t.lead_id) from " + live + ".lead_events t" + heldBy("'lead.events.v1'")
                + NOT_HELD;
        try (var statement = connection.prepareStatement(sql)) {
            bindHeld(connection, statement);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private String copy(ProjectionTable table) {
        var columns = table.columns().stream().map(ProjectionTable.Column::name).toList();
        var qualified = columns.stream().map(column -> "t." + column).collect(Collectors.joining(", "));
        return "insert into " + rebuilt + "." + table.name() + " (" + table.columnList() + ") select " + qualified
                + " from " + live + "." + table.name() + " t" + heldBy(topicOf(table)) + NOT_HELD + " on conflict ("
                + table.keyList() + ") do " + onConflict(table, columns);
    }

    /** A row that is no longer held came before any that is: append-only tables keep it, the others have a newer one. */
    private static String onConflict(ProjectionTable table, List<String> columns) {
        return switch (table.onRepeat()) {
            case OnRepeat.KeepNewest _ -> "nothing";
            case OnRepeat.KeepFirst _ ->
                "update set "
                        + columns.stream()
                                .filter(column -> !table.key().contains(column))
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", "));
        };
    }

    private static String topicOf(ProjectionTable table) {
        return table.topic().startsWith("'") ? table.topic() : "t." + table.topic();
    }

    private static String heldBy(String topic) {
        return HELD + " on h.topic = " + topic + " and h.part = t.part";
    }

    private void bindHeld(Connection connection, PreparedStatement statement) throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", held.stream().map(HeldRange::topic).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "int4", held.stream().map(HeldRange::partition).toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "int8", held.stream().map(HeldRange::start).toArray()));
        statement.setArray(
                4,
                connection.createArrayOf(
                        "int8", held.stream().map(HeldRange::end).toArray()));
    }
}
