package io.inkstream.outbound.ledger;

import io.inkstream.outbound.Pace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The throughput of numbers, shared by all instances: tokens are leased from the database, some at a time. */
public final class RateLeases {
    private static final int HALVED = 2;
    private static final int NANOS_PER_MICRO = 1_000;

    private final LedgerDatabase database;

    RateLeases(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * What there was.
     *
     * @param waitNanos until more are there; 0 when all that were wanted are granted
     */
    public record Lot(int granted, long waitNanos) {}

    private record Bucket(long debtNanos, boolean slowed) {}

    /** Leases up to {@code wanted} tokens of a number that may send so many messages per second. */
    public Lot take(String phoneNumberId, int perSecond, int wanted) {
        var pace = new Pace(Duration.ofSeconds(1).dividedBy(perSecond), perSecond);
        return database.inTransaction(connection -> {
            var bucket = locked(connection, phoneNumberId);
            var weight = bucket.slowed() ? HALVED : 1;
            var granted = Math.min(wanted, pace.available(bucket.debtNanos(), 0, weight));
            var debt = bucket.debtNanos();
            for (var i = 0; i < granted; i++) {
                debt = pace.take(debt, 0, weight);
            }
            if (granted > 0) {
                save(connection, phoneNumberId, debt);
            }
            return new Lot(granted, granted == wanted ? 0 : pace.waitNanos(debt, 0));
        });
    }

    /** The number goes at half its rate for a while. */
    public void slow(String phoneNumberId, Duration time) {
        database.inTransaction(connection -> {
            try (var sql = new Sql(connection, """
                    insert into rate_bucket as b (phone_number_id, slowed_until)
                    values (?, clock_timestamp() + ? * interval '1 ms')
                    on conflict (phone_number_id) do update set slowed_until = excluded.slowed_until""")) {
                return sql.with(phoneNumberId).with(time.toMillis()).update();
            }
        });
    }

    private static Bucket locked(Connection connection, String phoneNumberId) throws SQLException {
        var found = select(connection, phoneNumberId);
        if (found.isEmpty()) {
            try (var sql = new Sql(
                    connection, "insert into rate_bucket (phone_number_id) values (?) on conflict do nothing")) {
                sql.with(phoneNumberId).update();
            }
            found = select(connection, phoneNumberId);
        }
        return found.getFirst();
    }

    private static List<Bucket> select(Connection connection, String phoneNumberId) throws SQLException {
        try (var sql = new Sql(connection, """
                select greatest(0, extract(epoch from full_at - clock_timestamp()) * 1000000)::bigint as debt_micros,
                    slowed_until > clock_timestamp() as slowed
                from rate_bucket where phone_number_id = ? for update""")) {
            return sql.with(phoneNumberId)
                    .list(row -> new Bucket(row.getLong("debt_micros") * NANOS_PER_MICRO, row.getBoolean("slowed")));
        }
    }

    private static void save(Connection connection, String phoneNumberId, long debtNanos) throws SQLException {
        try (var sql = new Sql(connection, """
                update rate_bucket set full_at = clock_timestamp() + ? * interval '1 microsecond'
                where phone_number_id = ?""")) {
            sql.with(debtNanos / NANOS_PER_MICRO).with(phoneNumberId).update();
        }
    }
}
