package io.inkstream.testkit;

import io.inkstream.local.EmbeddedDatabase;
import io.inkstream.local.FreePorts;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One real PostgreSQL 18 per test JVM; every test takes a database of its own. */
public final class TestPostgres {
    private static final String USER = "inkstream";
    private static final String PASSWORD = "inkstream-test";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Server SERVER = start();

    private TestPostgres() {}

    /** An empty database. */
    public record Database(String jdbcUrl, String user, String password) {}

    /** Makes a new, empty database. */
    public static Database freshDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        SERVER.create(name);
        return new Database(SERVER.jdbcUrl(name), USER, PASSWORD);
    }

    private sealed interface Server {
        void create(String database);

        String jdbcUrl(String database);

        record Embedded(EmbeddedDatabase server) implements Server {
            @Override
            public void create(String database) {
                server.provide(database, USER, PASSWORD);
            }

            @Override
            public String jdbcUrl(String database) {
                return server.jdbcUrl(database);
            }
        }

        record Container(PostgreSQLContainer server) implements Server {
            @Override
            public void create(String database) {
                try (var connection = DriverManager.getConnection(server.getJdbcUrl(), USER, PASSWORD);
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + statement.enquoteIdentifier(database, true));
                } catch (SQLException e) {
                    throw new IllegalStateException("cannot create database " + database, e);
                }
            }

            @Override
            public String jdbcUrl(String database) {
                return "jdbc:postgresql://" + server.getHost() + ":" + server.getFirstMappedPort() + "/" + database;
            }
        }
    }

    private static Server start() {
        return switch (TestInfra.ROUTE) {
            case EMBEDDED -> {
                var server = EmbeddedDatabase.start(
                        TestInfra.temporaryFolder("postgres"),
                        Path.of(System.getProperty("java.io.tmpdir"), "inkstream-postgres-binaries"),
                        FreePorts.next());
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                yield new Server.Embedded(server);
            }
            case DOCKER -> startContainer();
        };
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static Server startContainer() {
        var container = new PostgreSQLContainer("postgres:18")
                .withUsername(USER)
                .withPassword(PASSWORD)
                // Its default command turns fsync off; ours is as durable as production.
                .withCommand("postgres");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new Server.Container(container);
    }
}
