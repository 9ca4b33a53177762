package io.inkstream.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    /** Unpacked once for all tests. */
    @TempDir
    static Path binaries;

    @TempDir
    Path folder;

    private int port;

    @BeforeEach
    void choosePort() {
        port = FreePorts.next();
    }

    @Test
    void server_isAsDurableAsARealOne() throws SQLException {
        try (var database = start()) {
            database.provide("shop", "clerk", "secret");

            assertThat(select("show fsync")).containsExactly("on");
            assertThat(select("show full_page_writes")).containsExactly("on");
            assertThat(select("show synchronous_commit")).containsExactly("on");
        }
    }

    @Test
    void data_whenStoppedAndStarted_isThere() throws SQLException {
        try (var database = start()) {
            database.provide("shop", "clerk", "secret");
            execute("create table sold (what text)", "insert into sold values ('a fern')");
        }

        try (var database = start()) {
            assertThat(database.port()).isEqualTo(port);
            assertThat(select("select what from sold")).containsExactly("a fern");
        }
    }

    @Test
    void provide_whenCalledAgain_changesNothing() throws SQLException {
        try (var database = start()) {
            database.provide("shop", "clerk", "secret");
            execute("create table sold (what text)", "insert into sold values ('a fern')");

            database.provide("shop", "clerk", "secret");
            database.provide("second-shop", "clerk", "secret");

            assertThat(select("select what from sold")).containsExactly("a fern");
            try (var connection = DriverManager.getConnection(database.jdbcUrl("second-shop"), "clerk", "secret")) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void role_isNoSuperuser() throws SQLException {
        try (var database = start()) {
            database.provide("shop", "clerk", "secret");

            assertThat(select("select rolsuper::text from pg_roles where rolname = current_user"))
                    .containsExactly("false");
            assertThatThrownBy(() -> execute("create role thief superuser")).isInstanceOf(SQLException.class);
        }
    }

    /** A killed JVM leaves its PostgreSQL running, on our port and in our folder. */
    @Test
    void data_whenTheStartingProcessIsKilled_isThere_andTheFolderCanBeUsedAgain() throws SQLException {
        try (var child = ChildJvm.start(DatabaseMain.class, folder, binaries, port)) {
            execute("create table sold (what text)", "insert into sold values ('a fern')");
            try (var open = connect()) {
                open.setAutoCommit(false);
                open.createStatement().execute("insert into sold values ('never committed')");
                child.kill();
            }
        }

        try (var _ = start()) {
            assertThat(select("select what from sold")).containsExactly("a fern");
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, binaries, port);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/shop", "clerk", "secret");
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> select(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
