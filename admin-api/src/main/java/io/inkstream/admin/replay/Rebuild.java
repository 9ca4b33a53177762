package io.inkstream.admin.replay;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.admin.projection.ChangeFeed;
import io.inkstream.admin.projection.LogPosition;
import io.inkstream.admin.projection.PartitionWriter;
import io.inkstream.admin.projection.ProjectionSchema;
import io.inkstream.admin.projection.ProjectionSchemas;
import io.inkstream.admin.projection.rows.Changes;
import io.inkstream.admin.projection.rows.LogRecord;
import io.inkstream.admin.projection.rows.Tables;
import io.inkstream.admin.replay.ReplayProgress.Phase;
import io.inkstream.schemas.BusinessClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One rebuild, from the log's start to the swap. It never reads further than the live projection has come, so that both
 * can be compared at the same place of the log. Only the swap makes the live writers wait, and only for the last few
 * records: it locks their offsets, which they then find moved, and they go on with the new tables.
 */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int RECORDS_AT_ONCE = 5_000;

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ProjectionSchemas schemas;
    private final LogClients clients;
    private final ChangeFeed feed;
    private final BusinessClock clock;
    private final Consumer<ReplayProgress> listener;
    private final boolean dryRun;
    private final RebuildProgress progress;
    private Map<String, Long> carried = Map.of();

    Rebuild(RebuildTools tools, boolean dryRun, Consumer<ReplayProgress> listener) {
        this.database = tools.database();
        this.jdbc = tools.jdbc();
        this.transaction = tools.transaction();
        this.schemas = tools.schemas();
        this.clients = tools.clients();
        this.feed = tools.feed();
        this.clock = tools.clock();
        this.listener = listener;
        this.dryRun = dryRun;
        this.progress = new RebuildProgress(dryRun);
    }

    RebuildProgress progress() {
        return progress;
    }

    void run() throws SQLException, InterruptedException {
        schemas.dropOthers(); // what an interrupted rebuild left behind
        var live = schemas.liveOrFirst();
        var rebuilt = schemas.createBeside();
        progress.between(live.number(), rebuilt.number());
        tell();
        var writer = new PartitionWriter(database, clock, rebuilt.schema(), "rebuild", new Quiet());
        try (var log = new LogFromStart(clients.freeConsumer(RECORDS_AT_ONCE), writer)) {
            schemas.positions(rebuilt, log.partitions()); // every partition gets its offset row
            readAll(log, live);
            if (live.format() == Tables.FORMAT) {
                carryOver(log, live, rebuilt);
                compare(log, live, rebuilt);
            }
            if (!dryRun) {
                swap(log, live, rebuilt);
            }
        }
        schemas.dropOthers();
        enter(Phase.DONE);
    }

    private void readAll(LogFromStart log, ProjectionSchema live) throws InterruptedException {
        catchUp(log, schemas.positions(live));
        catchUp(log, schemas.positions(live)); // what came meanwhile, so that the snapshot below is short
    }

    private void catchUp(LogFromStart log, List<LogPosition> target) throws InterruptedException {
        var total = log.recordsUpTo(target);
        log.catchUpWith(target, read -> {
            progress.read(read, total);
            tell();
        });
    }

    private void carryOver(LogFromStart log, ProjectionSchema live, ProjectionSchema rebuilt) throws SQLException {
        enter(Phase.CARRYING_OVER);
        var carry = new CarryOver(live.schema(), rebuilt.schema(), log.held(schemas.positions(live)));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            takeAllTheTime(connection);
            carried = carry.run(connection);
            progress.carriedOver(carry.leads(connection));
            connection.commit();
        }
    }

    private void compare(LogFromStart log, ProjectionSchema live, ProjectionSchema rebuilt)
            throws SQLException, InterruptedException {
        enter(Phase.COMPARING);
        try (var liveSide = snapshot();
                var rebuiltSide = snapshot()) {
            catchUp(log, positions(liveSide, live)); // the live tables stand still in this snapshot
            var tables = new ArrayList<TableComparison>();
            for (var table : Tables.ALL) {
                tables.add(ProjectionComparison.of(table, liveSide, live.schema(), rebuiltSide, rebuilt.schema())
                        .carriedOver(carried.getOrDefault(table.name(), 0L)));
                progress.compared(tables);
                tell();
            }
        }
    }

    private void swap(LogFromStart log, ProjectionSchema live, ProjectionSchema rebuilt) throws InterruptedException {
        enter(Phase.SWAPPING);
        catchUp(log, schemas.positions(live));
        transaction.executeWithoutResult(_ -> {
            jdbc.queryForList("select 1 from " + live.schema() + ".projection_offsets for update");
            try {
                catchUp(log, schemas.positions(live));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped in the middle of the swap", e);
            }
            schemas.makeLive(rebuilt);
            // Whoever still writes the old tables finds its offset gone, and looks for the live ones.
            jdbc.update("update " + live.schema() + ".projection_offsets set next_offset = -1, owner = 'retired'");
        });
        LOG.atInfo()
                .addKeyValue("from", live.schema())
                .addKeyValue("to", rebuilt.schema())
                .addKeyValue("differences", progress.told().differences())
                .log("projection swapped");
        feed.announce(Map.of("reset", Map.of("projection", rebuilt.number())));
    }

    /** A connection whose every read sees one moment; the moment is its first read. */
    private Connection snapshot() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        takeAllTheTime(connection);
        return connection;
    }

    /** Whole tables are read and written here; the limit is for questions of people. Lasts until the transaction ends. */
    private static void takeAllTheTime(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
        }
    }

    private static List<LogPosition> positions(Connection connection, ProjectionSchema projection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select topic, part, next_offset from " + projection.schema() + ".projection_offsets")) {
            var positions = new ArrayList<LogPosition>();
            while (rows.next()) {
                positions.add(new LogPosition(rows.getString(1), rows.getInt(2), rows.getLong(3)));
            }
            return positions;
        }
    }

    private void enter(Phase phase) {
        progress.enter(phase);
        tell();
    }

    private void tell() {
        listener.accept(progress.told());
    }

    /** A rebuild wakes nobody, and alarms about nothing that was parked before. */
    private final class Quiet implements PartitionWriter.Committed {
        @Override
        public void before(Connection connection, Changes changes) {
            // viewers follow the live projection only
        }

        @Override
        public void parked(String topic, LogRecord record, String error) {
            progress.parkedOne();
        }
    }
}
