package io.inkstream.outbound.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What must still be published. */
final class OutboxStatements {
    private static final String LEDGER = "ledger";
    private static final String RECEIPT = "receipt";

    private OutboxStatements() {}

    /** Every changed row must be published; a row that ended, its receipt too. */
    static void owe(Connection connection, Collection<LedgerRow> changed, Collection<LedgerRow> ended)
            throws SQLException {
        var entries = new ArrayList<Debt>(changed.size() + ended.size());
        changed.forEach(row -> entries.add(new Debt(row.id(), LEDGER, row.revision())));
        ended.forEach(row -> entries.add(new Debt(row.id(), RECEIPT, row.revision())));
        if (entries.isEmpty()) {
            return;
        }
        try (var sql = new Sql(connection, """
                insert into outbox as o (command_id, part, revision) select * from unnest(?, ?, ?)
                on conflict (command_id, part) do update set
                    revision = greatest(o.revision, excluded.revision), since = clock_timestamp()""")) {
            sql.column("text", entries, Debt::commandId)
                    .column("text", entries, Debt::part)
                    .column("int8", entries, Debt::revision)
                    .update();
        }
    }

    static void settle(Connection connection, List<Acknowledgement> acknowledgements) throws SQLException {
        try (var sql = new Sql(connection, """
                delete from outbox o using unnest(?, ?, ?) v (command_id, part, revision)
                where o.command_id = v.command_id and o.part = v.part and o.revision <= v.revision""")) {
            sql.column("text", acknowledgements, Acknowledgement::commandId)
                    .column("text", acknowledgements, done -> done.receipt() ? RECEIPT : LEDGER)
                    .column("int8", acknowledgements, Acknowledgement::revision)
                    .update();
        }
    }

    /** What should have been acknowledged by now: the process stopped in between, or Kafka did not answer. */
    static List<Unpublished> overdue(Connection connection, Duration age, int limit) throws SQLException {
        try (var sql = new Sql(connection, """
                with due as (
                    select command_id, bool_or(part = 'receipt') as receipt, bool_or(part = 'ledger') as ledger
                    from (select * from outbox where since < clock_timestamp() - ? * interval '1 ms' limit ?) o
                    group by command_id),
                touched as (
                    update outbox o set since = clock_timestamp() from due where o.command_id = due.command_id)
                select due.receipt, due.ledger,\s""" + LedgerRows.ALL + """
                from due join command c on c.command_id = due.command_id""")) {
            return sql.with(age.toMillis())
                    .with(limit)
                    .list(row ->
                            new Unpublished(LedgerRows.read(row), row.getBoolean("ledger"), row.getBoolean("receipt")));
        }
    }

    private record Debt(String commandId, String part, long revision) {}
}
