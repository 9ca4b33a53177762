package io.inkstream.admin.projection;

import io.inkstream.admin.projection.rows.ProjectionTable;
import io.inkstream.admin.projection.rows.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The projections that exist. Each has a schema of its own, {@code proj_<number>}; the live one is what the views in
 * schema {@code admin} show, so that a rebuilt one takes over in one transaction.
 */
public final class ProjectionSchemas {
    private static final RowMapper<ProjectionSchema> PROJECTION =
            (row, _) -> new ProjectionSchema(row.getInt("number"), row.getInt("format"));

    /** Held while the set of projections changes, so that two instances never both make the first one. */
    private static final long LOCK = 0x494E4B5354524D01L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public ProjectionSchemas(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The served projection, if one exists yet. */
    public Optional<ProjectionSchema> live() {
        return jdbc.query("select number, format from admin.projections where state = 'LIVE'", PROJECTION).stream()
                .findFirst();
    }

    /** The served projection; an empty one is made at the very first start. */
    public ProjectionSchema liveOrFirst() {
        return inTransaction(() -> live().orElseGet(() -> {
            var first = create();
            makeLive(first);
            return first;
        }));
    }

    /** Makes the tables of a new projection that nobody sees yet. */
    public ProjectionSchema createBeside() {
        return inTransaction(this::create);
    }

    /** Puts the views on this projection. For use within the caller's transaction. */
    public void makeLive(ProjectionSchema projection) {
        jdbc.update("update admin.projections set state = 'RETIRED' where state = 'LIVE'");
        jdbc.update(
                "update admin.projections set state = 'LIVE', live_since = now() where number = ?",
                projection.number());
        for (var name : viewed().toList()) {
            jdbc.execute("drop view if exists admin." + name);
            jdbc.execute("create view admin." + name + " as select * from " + projection.schema() + "." + name);
        }
    }

    /** Removes every projection but the live one. */
    public void dropOthers() {
        for (var other : jdbc.query("select number, format from admin.projections where state <> 'LIVE'", PROJECTION)) {
            inTransaction(() -> {
                jdbc.execute("drop schema if exists " + other.schema() + " cascade");
                jdbc.update("delete from admin.projections where number = ?", other.number());
                return other;
            });
        }
    }

    /** Where the projection stands on these partitions; partitions it has never seen start at zero. */
    public List<LogPosition> positions(ProjectionSchema projection, List<LogPosition> partitions) {
        return inTransaction(() -> partitions.stream()
                .map(partition -> position(projection, partition))
                .toList());
    }

    /** Where the projection stands on every partition it has seen. */
    public List<LogPosition> positions(ProjectionSchema projection) {
        return jdbc.query(
                "select topic, part, next_offset from " + projection.schema() + ".projection_offsets"
                        + " order by topic, part",
                (row, _) -> new LogPosition(row.getString(1), row.getInt(2), row.getLong(3)));
    }

    private LogPosition position(ProjectionSchema projection, LogPosition partition) {
        var table = projection.schema() + ".projection_offsets";
        jdbc.update(
                "insert into " + table + " (topic, part, next_offset, owner) values (?, ?, 0, 'none')"
                        + " on conflict do nothing",
                partition.topic(),
                partition.partition());
        var next = jdbc.queryForObject(
                "select next_offset from " + table + " where topic = ? and part = ?",
                Long.class,
                partition.topic(),
                partition.partition());
        return new LogPosition(partition.topic(), partition.partition(), next == null ? 0 : next);
    }

    private ProjectionSchema create() {
        var number = jdbc.queryForObject("select coalesce(max(number), 0) + 1 from admin.projections", Integer.class);
        var created = new ProjectionSchema(number == null ? 1 : number, Tables.FORMAT);
        jdbc.execute(tablesSql().replace(ProjectionTable.SCHEMA, created.schema()));
        jdbc.update(
                "insert into admin.projections (number, format, state) values (?, ?, 'BUILDING')",
                created.number(),
                created.format());
        return created;
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        var result = transaction.execute(_ -> {
            jdbc.query("select pg_advisory_xact_lock(?)", _ -> {}, LOCK);
            return work.get();
        });
        return java.util.Objects.requireNonNull(result);
    }

    private static Stream<String> viewed() {
        return Stream.concat(
                Tables.ALL.stream().map(ProjectionTable::name), Stream.of("projection_dlt", "projection_offsets"));
    }

    private static String tablesSql() {
        try (var sql = new ClassPathResource("db/projection/tables.sql").getInputStream()) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the projection's tables are part of the jar", e);
        }
    }
}
