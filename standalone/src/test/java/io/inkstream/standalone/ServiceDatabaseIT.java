package io.inkstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.local.EmbeddedDatabase;
import io.inkstream.local.FreePorts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what in the one database, asked of a real PostgreSQL. */
class ServiceDatabaseIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @TempDir
    static Path binaries;

    @TempDir
    Path folder;

    private EmbeddedDatabase server;

    @BeforeEach
    void start() {
        server = EmbeddedDatabase.start(folder, binaries, FreePorts.next());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void role_worksInItsOwnSchema_andIsRefusedInEveryOther() throws SQLException {
        ServiceDatabase.prepare(server);
        execute(
                ServiceDatabase.ADMIN,
                "create table admin.people (name text)",
                "insert into admin.people values ('x')");

        execute(
                ServiceDatabase.SENDER,
                "create table sender.command (id int)",
                "insert into sender.command values (1)");

        assertThat(select(ServiceDatabase.SENDER, "select id from sender.command"))
                .containsExactly("1");
        refused(() -> select(ServiceDatabase.SENDER, "select name from admin.people"));
        refused(() -> execute(ServiceDatabase.SENDER, "create table admin.mine (id int)"));
        refused(() -> execute(ServiceDatabase.SENDER, "create schema elsewhere"));
        refused(() -> execute(ServiceDatabase.SENDER, "create table public.mine (id int)"));
        refused(() -> select(ServiceDatabase.SHEETS, "select id from sender.command"));
        refused(() -> select(ServiceDatabase.ADMIN, "select id from sender.command"));
    }

    @Test
    void admin_makesASchemaForEachProjection_thatNobodyElseReads() throws SQLException {
        ServiceDatabase.prepare(server);

        execute(ServiceDatabase.ADMIN, "create schema proj_1", "create table proj_1.leads (id int)");

        assertThat(select(ServiceDatabase.ADMIN, "select count(*) from proj_1.leads"))
                .containsExactly("0");
        refused(() -> select(ServiceDatabase.SENDER, "select id from proj_1.leads"));
    }

    /** As an older version left it: everything in the hands of one role. */
    @Test
    void tables_ofAnOlderVersion_areHandedOverWithTheirData() throws SQLException {
        server.provide(ServiceDatabase.NAME, "inkstream", ServiceDatabase.PASSWORD);
        execute(
                "inkstream",
                "create schema sender",
                "create sequence sender.message_number",
                "create table sender.command (n bigint generated always as identity, m bigserial, what text)",
                "insert into sender.command (what) values ('a fern')",
                "create schema admin",
                "create schema proj_7",
                "create table proj_7.leads (what text)",
                "create view admin.leads as select * from proj_7.leads");

        ServiceDatabase.prepare(server);
        ServiceDatabase.prepare(server); // every start does

        execute(
                ServiceDatabase.SENDER,
                "alter table sender.command add column more text",
                "insert into sender.command (what) select nextval('sender.message_number')::text");
        assertThat(select(ServiceDatabase.SENDER, "select what from sender.command order by n"))
                .containsExactly("a fern", "1");
        execute(
                ServiceDatabase.ADMIN,
                "insert into admin.leads values ('a dragon')",
                "drop view admin.leads",
                "drop schema proj_7 cascade");
        refused(() -> select("inkstream", "select what from sender.command"));
    }

    private static void refused(ThrowingCallable statement) {
        assertThatThrownBy(statement)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private void execute(ServiceDatabase service, String... statements) throws SQLException {
        execute(service.role, statements);
    }

    private void execute(String role, String... statements) throws SQLException {
        try (var connection = connect(role);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> select(ServiceDatabase service, String sql) throws SQLException {
        return select(service.role, sql);
    }

    private List<String> select(String role, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = connect(role);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(ServiceDatabase.NAME), role, ServiceDatabase.PASSWORD);
    }
}
