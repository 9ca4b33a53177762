package io.inkstream.admin.replay;

import io.inkstream.schemas.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers rebuilds, so that any instance can tell how one is doing. */
@Repository
class ReplayStore {
    private static final String COLUMNS = "select id, state, asked_by, started_at, finished_at, progress from replays";
    private static final int LISTED_MAX = 20;

    private final JdbcClient database;

    ReplayStore(JdbcClient database) {
        this.database = database;
    }

    long begin(String askedBy, ReplayProgress progress) {
        return database.sql("insert into replays (state, asked_by, started_at, progress)"
                        + " values ('RUNNING', :askedBy, now(), :progress::jsonb) returning id")
                .param("askedBy", askedBy)
                .param("progress", Json.writeText(progress))
                .query(Long.class)
                .single();
    }

    void update(long id, ReplayProgress progress) {
        database.sql("update replays set progress = :progress::jsonb where id = :id")
                .param("progress", Json.writeText(progress))
                .param("id", id)
                .update();
    }

    void finish(long id, Replay.State state, ReplayProgress progress) {
        database.sql(
                        "update replays set state = :state, finished_at = now(), progress = :progress::jsonb where id = :id")
                .param("state", state.name())
                .param("progress", Json.writeText(progress))
                .param("id", id)
                .update();
    }

    /** Nobody runs them any more: their process ended. */
    void endOrphans() {
        database.sql(
                        "update replays set state = 'FAILED', finished_at = now(),"
                                + " progress = progress || '{\"error\": \"the service that ran it ended\"}' where state = 'RUNNING'")
                .update();
    }

    Optional<Replay> find(long id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query((row, _) -> replay(row))
                .optional();
    }

    /** Newest first. */
    List<Replay> list() {
        return database.sql(COLUMNS + " order by id desc limit " + LISTED_MAX)
                .query((row, _) -> replay(row))
                .list();
    }

    private static Replay replay(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Replay(
                row.getLong("id"),
                Replay.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                Json.MAPPER.readValue(row.getString("progress"), ReplayProgress.class));
    }
}
