package io.inkstream.outbound.load;

import io.inkstream.testkit.TestPostgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The CPU time of one PostgreSQL server: all processes of its postmaster, also those that have ended. */
final class PostgresCpu implements AutoCloseable {
    private static final int MICROS_PER_TICK = 10_000;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;

    private final Connection connection;
    private final String postmaster;

    PostgresCpu(Database database) throws SQLException, IOException {
        connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        postmaster = fields(Path.of("/proc/" + one("select pg_backend_pid()")))[PARENT];
    }

    long micros() throws IOException {
        var own = fields(Path.of("/proc/" + postmaster));
        var ticks = ticks(own) + Long.parseLong(own[ENDED_USER]) + Long.parseLong(own[ENDED_SYSTEM]);
        try (var processes = Files.list(Path.of("/proc"))) {
            for (var process : processes.toList()) {
                var name = process.getFileName().toString();
                if (name.chars().allMatch(Character::isDigit)) {
                    ticks += ticksOfChild(process);
                }
            }
        }
        return ticks * MICROS_PER_TICK;
    }

    long commits() throws SQLException {
        return Long.parseLong(one("select xact_commit from pg_stat_database where datname = current_database()"));
    }

    /** Rows: where the database's time goes. */
    void printFacts() throws SQLException {
        try (var rows = connection.createStatement().executeQuery("""
                select relname || ': inserted ' || n_tup_ins || ', updated ' || n_tup_upd || ' (heap-only '
                    || n_tup_hot_upd || '), deleted ' || n_tup_del || ', scanned ' || seq_scan || ', read by scan '
                    || seq_tup_read || ', ' || pg_size_pretty(pg_total_relation_size(relid))
                from pg_stat_user_tables where n_tup_ins > 0""")) {
            while (rows.next()) {
                System.out.println(rows.getString(1));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long ticksOfChild(Path process) {
        try {
            var fields = fields(process);
            return fields[PARENT].equals(postmaster) ? ticks(fields) : 0;
        } catch (IOException _) {
            return 0; // ended meanwhile
        }
    }

    private static long ticks(String[] fields) {
        return Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
    }

    /** What follows the name of the program, which may hold spaces. */
    private static String[] fields(Path process) throws IOException {
        var stat = Files.readString(process.resolve("stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    private String one(String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
