package io.inkstream.admin.replay;

import io.inkstream.admin.projection.ChangeFeed;
import io.inkstream.admin.projection.ProjectionSchema;
import io.inkstream.admin.projection.ProjectionSchemas;
import io.inkstream.admin.projection.rows.Tables;
import io.inkstream.admin.web.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs rebuilds, one at a time over all instances: a lock in the database is held as long as one runs. */
class ReplayDesk implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayDesk.class);
    private static final long LOCK = 0x494E4B5354524D02L;
    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final RebuildTools tools;
    private final ReplayStore store;
    private final ProjectionSchemas schemas;
    private final DataSource database;
    private final ChangeFeed feed;
    private volatile @Nullable Thread running;
    private volatile boolean started;

    ReplayDesk(RebuildTools tools, ReplayStore store) {
        this.tools = tools;
        this.store = store;
        this.schemas = tools.schemas();
        this.database = tools.database();
        this.feed = tools.feed();
    }

    /** Starts one and returns it; a 409 problem while another runs. */
    Replay begin(String askedBy, boolean dryRun) {
        var lock = lock().orElseThrow(() -> Problem.conflict(
                "replay-running", "A rebuild is running already; see GET /api/replay/projections.", Map.of()));
        store.endOrphans();
        var id = store.begin(askedBy, new RebuildProgress(dryRun).told());
        running = Thread.ofPlatform().name("rebuild").start(() -> run(id, dryRun, lock));
        return store.find(id).orElseThrow();
    }

    Optional<Replay> find(long id) {
        return store.find(id);
    }

    List<Replay> list() {
        return store.list();
    }

    /** Tables of another format cannot be continued: they are rebuilt before this instance is ready. */
    @Override
    public void start() {
        started = true;
        schemas.live()
                .map(ProjectionSchema::format)
                .filter(format -> format != Tables.FORMAT)
                .ifPresent(format -> {
                    LOG.atInfo()
                            .addKeyValue("from", format)
                            .addKeyValue("to", Tables.FORMAT)
                            .log("the projection has another format: rebuilding it");
                    begin("start", false);
                });
    }

    @Override
    public void stop() {
        started = false;
        var rebuild = running;
        if (rebuild != null) {
            rebuild.interrupt();
            try {
                rebuild.join(STOP_LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    private void run(long id, boolean dryRun, Lock lock) {
        var teller = new Teller(id);
        var rebuild = new Rebuild(tools, dryRun, teller::tell);
        try (lock) {
            rebuild.run();
            end(id, Replay.State.DONE, rebuild.progress().told());
        } catch (InterruptedException e) {
            end(id, Replay.State.FAILED, rebuild.progress().failed("the service was stopped"));
        } catch (SQLException | RuntimeException e) {
            LOG.error("rebuild failed", e);
            end(
                    id,
                    Replay.State.FAILED,
                    rebuild.progress().failed(e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
    }

    private void end(long id, Replay.State state, ReplayProgress progress) {
        store.finish(id, state, progress);
        feed.announce(Map.of("replay", Map.of("id", id, "state", state)));
    }

    /** A session's lock: gone when this process ends, however it ends. */
    private Optional<Lock> lock() {
        try {
            var connection = database.getConnection();
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                result.next();
                if (result.getBoolean(1)) {
                    return Optional.of(new Lock(connection));
                }
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    /** The lock as long as it is held; the connection goes back to the pool without it. */
    private record Lock(Connection connection) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            try (connection;
                    var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    /** Writes progress down, not more often than anybody would look. */
    private final class Teller {
        private final long id;
        private long toldNanos = System.nanoTime();

        Teller(long id) {
            this.id = id;
        }

        void tell(ReplayProgress progress) {
            if (System.nanoTime() - toldNanos > TELL_EVERY.toNanos()) {
                toldNanos = System.nanoTime();
                store.update(id, progress);
                feed.announce(Map.of("replay", Map.of("id", id, "phase", progress.phase())));
            }
        }
    }
}
