package io.inkstream.outbound.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds what nobody attends to: the searches of the reconciler. */
final class OverdueStatements {
    private OverdueStatements() {}

    /** Claims whose lease is over, locked. */
    static List<LedgerRow> expiredClaims(Connection connection) throws SQLException {
        try (var sql = new Sql(connection, "select " + LedgerRows.ALL + """
                from command c join message m on m.number = c.message
                where c.open and c.state = 'CLAIMED' and c.claim_until < clock_timestamp()
                for update of c skip locked""")) {
            return sql.list(LedgerRows::read);
        }
    }

    /** Uncertain commands that have waited for a status long enough, locked. */
    static List<LedgerRow> uncertain(Connection connection, Instant now, int limit) throws SQLException {
        try (var sql = new Sql(connection, "select " + LedgerRows.ALL + """
                from command c join message m on m.number = c.message
                where c.settle_at <= ? and c.state = 'UNCERTAIN' limit ?
                for update of c skip locked""")) {
            return sql.with(now).with(limit).list(LedgerRows::read);
        }
    }

    /** Lanes whose retry should have begun a while ago: its timer is lost. */
    static List<LaneRef> lateRetries(Connection connection, Duration late, int limit) throws SQLException {
        try (var sql = new Sql(connection, """
                select lane, studio, phone_number_id, address, patient from command
                where retry_at < clock_timestamp() - ? * interval '1 ms' limit ?""")) {
            return sql.with(late.toMillis()).with(limit).list(OverdueStatements::lane);
        }
    }

    /** Lanes whose head could be claimed now, but for studios that are paused and numbers on hold. */
    static List<LaneRef> servable(Connection connection, Collection<String> paused, Collection<String> held)
            throws SQLException {
        try (var sql = new Sql(connection, """
                select * from (
                    select distinct on (lane) lane, studio, phone_number_id, address, patient, state, retry_at
                    from command where open order by lane, lane_seq, command_id) head
                where state in ('PARKED', 'READY', 'RETRY_WAIT')
                    and (retry_at is null or retry_at <= clock_timestamp())
                    and studio <> all (?) and phone_number_id <> all (?)""")) {
            return sql.texts(paused).texts(held).list(OverdueStatements::lane);
        }
    }

    /** Commands that wait so long that people should see them waiting; marks them as shown. */
    static List<LedgerRow> unannounced(Connection connection, Instant changedBefore, int limit) throws SQLException {
        try (var sql = new Sql(connection, """
                update command c set announced = c.revision from message m
                where m.number = c.message and c.command_id in (select command_id from command
                    where open and announced < revision and changed_at < ? limit ? for update skip locked)
                returning\s""" + LedgerRows.ALL)) {
            return sql.with(changedBefore).with(limit).list(LedgerRows::read);
        }
    }

    /** Everything about the unfinished commands in one pass: there may be many. */
    static Census census(Connection connection) throws SQLException {
        try (var sql = new Sql(connection, """
                select state, count(*), min(received_at) as oldest, min(changed_at) as first_change
                from command where open group by state""")) {
            var states = sql.list(StateCount::read);
            return new Census(
                    states.stream().collect(Collectors.toUnmodifiableMap(StateCount::state, StateCount::count)),
                    states.stream()
                            .filter(count -> count.state().equals("UNCERTAIN"))
                            .map(StateCount::firstChange)
                            .findFirst(),
                    states.stream().map(StateCount::oldest).min(Comparator.naturalOrder()),
                    duplicates(connection));
        }
    }

    private record StateCount(String state, long count, Instant oldest, Instant firstChange) {
        static StateCount read(ResultSet row) throws SQLException {
            return new StateCount(
                    row.getString(1),
                    row.getLong(2),
                    Objects.requireNonNull(Sql.instant(row, "oldest")),
                    Objects.requireNonNull(Sql.instant(row, "first_change")));
        }
    }

    /** How many commands were accepted twice. */
    private static long duplicates(Connection connection) throws SQLException {
        try (var sql = new Sql(connection, "select count(*) from command where duplicate_wamid is not null")) {
            return sql.list(row -> row.getLong(1)).getFirst();
        }
    }

    /** Forgets finished commands after a while; the last of each lane stays, so that the lane's numbers stay known. */
    static int purge(Connection connection, Duration age, int limit) throws SQLException {
        try (var sql = new Sql(connection, """
                with gone as (
                    delete from command where command_id in (
                        select c.command_id from command c
                        where c.received_at < clock_timestamp() - ? * interval '1 ms' and not c.open
                            and exists (select 1 from command n where n.lane = c.lane and n.lane_seq > c.lane_seq)
                        limit ?)
                    returning message)
                delete from message m using gone where m.number = gone.message""")) {
            return sql.with(age.toMillis()).with(limit).update();
        }
    }

    static int forgetStatuses(Connection connection, Duration age) throws SQLException {
        try (var sql = new Sql(
                connection, "delete from parked_status where parked_at < clock_timestamp() - ? * interval '1 ms'")) {
            return sql.with(age.toMillis()).update();
        }
    }

    private static LaneRef lane(ResultSet row) throws SQLException {
        return new LaneRef(
                row.getString("lane"),
                row.getString("studio"),
                row.getString("phone_number_id"),
                row.getString("address"),
                row.getBoolean("patient"));
    }
}
