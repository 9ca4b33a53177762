package io.inkstream.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One PostgreSQL server on loopback, as durable as a real one: fsync and synchronous commit are on. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts on {@code port} with data under {@code folder}; binaries are unpacked once into {@code binaries}. */
    public static EmbeddedDatabase start(Path folder, Path binaries, int port) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(binaries);
            stopLeftBehind(folder);
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    // Whoever starts it stops it, after the services that use it.
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setPGStartupWait(START_TIMEOUT)
                    // The library's defaults are for throw-away tests.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // Small: the server shares the machine with the whole pipeline.
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("jit", "off")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + folder, e);
        }
    }

    /**
     * Stops the server that a killed process left running on {@code folder}, which would hold the folder and its port.
     * It is ours: its pid stands in our folder. Does nothing when there is none.
     */
    public static void stopLeftBehind(Path folder) {
        try {
            leftBehind(folder).ifPresent(EmbeddedDatabase::stop);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the PostgreSQL folder " + folder, e);
        }
    }

    private static Optional<ProcessHandle> leftBehind(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 2 || !Path.of(lines.get(1)).equals(folder.toAbsolutePath())) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static void stop(ProcessHandle server) {
        server.destroy(); // SIGTERM: it ends when its sessions have ended, and they died with their clients
        try {
            server.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            server.destroyForcibly(); // its write-ahead log recovers what it had promised
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Makes sure that a role with this password, and a database of its own, exist. */
    public void provide(String database, String user, String password) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var role = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
                role.setString(1, user);
                if (!role.executeQuery().next()) {
                    statement.execute("create role " + statement.enquoteIdentifier(user, true) + " login password "
                            + statement.enquoteLiteral(password));
                }
            }
            try (var existing = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
                existing.setString(1, database);
                if (!existing.executeQuery().next()) {
                    statement.execute("create database " + statement.enquoteIdentifier(database, true) + " owner "
                            + statement.enquoteIdentifier(user, true));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare database " + database, e);
        }
    }

    /**
     * Runs a script in a database as the superuser.
     *
     * @param settings what the script reads with {@code current_setting}
     */
    public void run(String script, Map<String, String> settings, String database) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            try (var setting = connection.prepareStatement("select set_config(?, ?, false)")) {
                for (var entry : settings.entrySet()) {
                    setting.setString(1, entry.getKey());
                    setting.setString(2, entry.getValue());
                    setting.execute();
                }
            }
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare database " + database, e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
