package io.inkstream.outbound.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The held numbers, shared by all instances. */
public final class NumberHolds {
    private final LedgerDatabase database;

    NumberHolds(LedgerDatabase database) {
        this.database = database;
    }

    public List<NumberHold> all() {
        return database.inTransaction(connection -> {
            try (var sql = new Sql(connection, "select * from number_hold")) {
                return sql.list(NumberHolds::read);
            }
        });
    }

    /** Starts or prolongs a hold; each further refusal doubles the time to the next probe, up to the longest. */
    public NumberHold hold(String studio, String phoneNumberId, int errorCode, Duration firstProbe, Duration longest) {
        return database.inTransaction(connection -> {
            try (var sql = new Sql(connection, """
                    insert into number_hold as h (phone_number_id, studio, error_code, since, probe_at)
                    values (?, ?, ?, clock_timestamp(), clock_timestamp() + ? * interval '1 ms')
                    on conflict (phone_number_id) do update set error_code = excluded.error_code,
                        probes = h.probes + case when h.probe_at <= clock_timestamp() then 1 else 0 end,
                        probe_at = case when h.probe_at > clock_timestamp() then h.probe_at
                            else clock_timestamp() + least(? * 2 ^ (h.probes + 1), ?) * interval '1 ms' end
                    returning *""")) {
                return sql.with(phoneNumberId)
                        .with(studio)
                        .with(errorCode)
                        .with(firstProbe.toMillis())
                        .with(firstProbe.toMillis())
                        .with(longest.toMillis())
                        .list(NumberHolds::read)
                        .getFirst();
            }
        });
    }

    /** Ends a hold; false when there was none. */
    public boolean release(String phoneNumberId) {
        return database.inTransaction(connection -> release(connection, phoneNumberId)) > 0;
    }

    private static int release(Connection connection, String phoneNumberId) throws SQLException {
        try (var sql = new Sql(connection, "delete from number_hold where phone_number_id = ?")) {
            return sql.with(phoneNumberId).update();
        }
    }

    private static NumberHold read(ResultSet row) throws SQLException {
        return new NumberHold(
                row.getString("phone_number_id"),
                row.getString("studio"),
                row.getInt("error_code"),
                Objects.requireNonNull(Sql.instant(row, "since")),
                Objects.requireNonNull(Sql.instant(row, "probe_at")),
                row.getInt("probes"));
    }
}
