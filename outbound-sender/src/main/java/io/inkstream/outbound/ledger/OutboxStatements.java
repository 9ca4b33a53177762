package io.inkstream.outbound.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must still be published. Not a row per message: one per transaction, with all that it changed, which goes when Kafka
 * has the last of it.
 */
final class OutboxStatements {
    private OutboxStatements() {}

    /** Notes that these changes must be published: every row, and the receipts of those that ended. */
    static Owed owe(Connection connection, List<Written> changes) throws SQLException {
        if (changes.isEmpty()) {
            return Owed.NOTHING;
        }
        try (var sql = new Sql(connection, "insert into outbox (command_ids, ended) values (?, ?) returning debt")) {
            var debts = sql.column("text", changes, change -> change.row().id())
                    .column("bool", changes, Written::ended)
                    .list(row -> row.getLong(1));
            return new Owed(debts.getFirst(), changes);
        }
    }

    static void settle(Connection connection, Collection<Long> debts) throws SQLException {
        try (var sql = new Sql(connection, "delete from outbox where debt = any (?)")) {
            sql.column("int8", List.copyOf(debts), debt -> debt).update();
        }
    }

    /**
     * Debts that should have been settled by now: the process stopped in between, or Kafka did not answer. Their rows as
     * they stand now; one whose rows are all gone is owed without changes.
     */
    static List<Owed> overdue(Connection connection, Duration age, int limit) throws SQLException {
        Map<Long, List<Written>> byDebt = new LinkedHashMap<>();
        try (var sql = new Sql(connection, """
                with due as (
                    update outbox set since = clock_timestamp() where debt in (
                        select debt from outbox where since < clock_timestamp() - ? * interval '1 ms'
                        order by since limit ?)
                    returning debt, command_ids, ended)
                select due.debt, owed.ended,\s""" + LedgerRows.ALL + """
                from due cross join unnest(due.command_ids, due.ended) owed (command_id, ended)
                left join command c on c.command_id = owed.command_id
                left join message m on m.number = c.message
                order by due.debt""")) {
            sql.with(age.toMillis()).with(limit).each(row -> {
                var changes = byDebt.computeIfAbsent(row.getLong("debt"), _ -> new ArrayList<>());
                if (row.getString("command_id") != null) {
                    var now = LedgerRows.read(row);
                    changes.add(new Written(now, row.getBoolean("ended") && now.outcome() != null, false));
                }
            });
        }
        return byDebt.entrySet().stream()
                .map(entry -> new Owed(entry.getKey(), entry.getValue()))
                .toList();
    }
}
