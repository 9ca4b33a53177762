package io.inkstream.outbound.ledger;

import io.inkstream.outbound.DeliveryStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What statuses do to the ledger. */
final class StatusStatements {
    private StatusStatements() {}

    /** Which of these message ids the ledger knows. */
    static Set<String> knownWamids(Connection connection, Collection<String> wamids) throws SQLException {
        try (var sql = new Sql(connection, "select wamid from command where wamid = any (?)")) {
            return Set.copyOf(sql.texts(wamids).list(row -> row.getString(1)));
        }
    }

    /** The rows of these commands, locked, so that a decision about them stays true until it is written. */
    static List<LedgerRow> lock(Connection connection, Collection<String> commandIds) throws SQLException {
        try (var sql = new Sql(
                connection,
                "select " + LedgerRows.ALL
                        + " from command c join message m on m.number = c.message"
                        + " where c.command_id = any (?) order by c.command_id for update of c")) {
            return sql.texts(commandIds).list(LedgerRows::read);
        }
    }

    /** Delivery only ever rises. Returns the rows that changed. */
    static List<LedgerRow> raise(Connection connection, List<StatusReport> reports, Instant now) throws SQLException {
        try (var sql = new Sql(connection, """
                update command c set delivery = v.word, delivery_rank = v.rank,
                    error_code = coalesce(v.error_code, c.error_code), revision = c.revision + 1,
                    announced = c.revision + 1, changed_at = ?
                from unnest(?, ?, ?, ?) v (wamid, word, rank, error_code), message m
                where c.wamid = v.wamid and c.delivery_rank < v.rank and m.number = c.message
                returning\s""" + LedgerRows.ALL)) {
            return sql.with(now)
                    .column("text", reports, StatusReport::wamid)
                    .column("text", reports, report -> report.status().word())
                    .column("int2", reports, report -> report.status().rank())
                    .column("int4", reports, StatusReport::errorCode)
                    .list(LedgerRows::read);
        }
    }

    /** One command and a message id that WhatsApp gave for it. */
    record Sighting(String commandId, String wamid) {}

    /** Notes the message id of a finished command that was accepted after all. */
    static void adopt(Connection connection, List<Sighting> sightings) throws SQLException {
        try (var sql = new Sql(connection, """
                update command c set wamid = v.wamid, why = concat_ws('; ', c.why, 'accepted by WhatsApp after all')
                from unnest(?, ?) v (command_id, wamid)
                where c.command_id = v.command_id and c.wamid is null""")) {
            sql.column("text", sightings, Sighting::commandId)
                    .column("text", sightings, Sighting::wamid)
                    .update();
        }
    }

    /** Flags commands for which WhatsApp has given a second message id. */
    static List<LedgerRow> flagDuplicates(Connection connection, List<Sighting> sightings, Instant now)
            throws SQLException {
        try (var sql = new Sql(connection, """
                update command c set duplicate_wamid = v.wamid, why = 'DUPLICATE: WhatsApp accepted it twice',
                    revision = c.revision + 1, announced = c.revision + 1, changed_at = ?
                from unnest(?, ?) v (command_id, wamid), message m
                where c.command_id = v.command_id and c.wamid <> v.wamid and c.duplicate_wamid is null
                    and m.number = c.message
                returning\s""" + LedgerRows.ALL)) {
            return sql.with(now)
                    .column("text", sightings, Sighting::commandId)
                    .column("text", sightings, Sighting::wamid)
                    .list(LedgerRows::read);
        }
    }

    static void park(Connection connection, List<StatusReport> unknown) throws SQLException {
        try (var sql = new Sql(connection, """
                insert into parked_status (wamid, status, error_code) select * from unnest(?, ?, ?)
                on conflict do nothing""")) {
            sql.column("text", unknown, StatusReport::wamid)
                    .column("text", unknown, report -> report.status().word())
                    .column("int4", unknown, StatusReport::errorCode)
                    .update();
        }
    }

    /** Takes out what was parked for messages that are known now. */
    static List<StatusReport> unpark(Connection connection, Collection<String> wamids) throws SQLException {
        try (var sql = new Sql(
                connection, "delete from parked_status where wamid = any (?) returning wamid, status, error_code")) {
            return sql
                    .texts(wamids)
                    .list(row -> new StatusReport(
                            row.getString("wamid"),
                            DeliveryStatus.of(row.getString("status")).orElseThrow(),
                            null,
                            row.getObject("error_code", Integer.class)))
                    .stream()
                    .collect(Collectors.toUnmodifiableList());
        }
    }
}
