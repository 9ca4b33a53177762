package io.inkstream.admin.deadletters;

import io.inkstream.admin.deadletters.RedrivePlan.Step;
import io.inkstream.admin.web.Conditions;
import io.inkstream.schemas.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Finds what can be sent again, and remembers what was. */
@Repository
class RedriveStore {
    private static final String RUNS = "select * from redrives";
    private static final int LISTED_MAX = 20;

    private final JdbcClient database;

    RedriveStore(JdbcClient database) {
        this.database = database;
    }

    /** The letters of a request that nobody has sent again, oldest first; each with how often its record was already. */
    RedrivePlan plan(RedriveRequest request, int limit) {
        var conditions = new Conditions()
                .when(request.topic(), "topic", "d.topic = :topic")
                .when(request.service(), "service", "d.service = :service")
                .when(request.code(), "code", "d.reason = :code")
                .when(request.studio(), "studio", "d.studio = :studio")
                .when(ids(request), "ids", "d.id = any (string_to_array(:ids, ','))")
                .with("limit", limit);
        var where = conditions.where() + (conditions.where().isEmpty() ? " where " : " and ")
                + "not exists (select 1 from redriven_letters r where r.letter_id = d.id)";
        var letters = database.sql(
                        "select d.* from dead_letters d" + where + " order by d.occurred_at, d.id limit :limit")
                .params(conditions.parameters())
                .query((row, _) -> candidate(row))
                .list();
        return planned(letters);
    }

    private RedrivePlan planned(List<Candidate> letters) {
        var steps = new ArrayList<Step>();
        var quarantined = 0;
        var notRepeatable = 0;
        for (var letter : letters) {
            if (!letter.repeatable()) {
                notRepeatable++;
                continue;
            }
            var fingerprint = letter.fingerprint();
            var number = redrivesOf(fingerprint) + 1;
            if (number > RedrivePlan.REDRIVES_MAX) {
                quarantined++;
            } else {
                steps.add(new Step(letter, fingerprint, number));
            }
        }
        return new RedrivePlan(steps, letters.size(), quarantined, notRepeatable);
    }

    private int redrivesOf(String fingerprint) {
        return database.sql("select count(*) from redriven_letters where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(Integer.class)
                .single();
    }

    long begin(String askedBy, String reason, RedriveRequest request, RedrivePlan plan) {
        return database.sql("insert into redrives (state, asked_by, reason, filter, total)"
                        + " values ('RUNNING', :askedBy, :reason, :filter::jsonb, :total) returning id")
                .param("askedBy", askedBy)
                .param("reason", reason)
                .param(
                        "filter",
                        Json.writeText(Map.of(
                                "request", request,
                                "found", plan.found(),
                                "quarantined", plan.quarantined(),
                                "notRepeatable", plan.notRepeatable(),
                                "byTopic", plan.byTopic())))
                .param("total", plan.steps().size())
                .query(Long.class)
                .single();
    }

    /** The broker has it. */
    void sent(long redrive, Step step) {
        database.sql("insert into redriven_letters (letter_id, fingerprint, number, redrive)"
                        + " values (:letter, :fingerprint, :number, :redrive) on conflict do nothing")
                .param("letter", step.letter().id())
                .param("fingerprint", step.fingerprint())
                .param("number", step.number())
                .param("redrive", redrive)
                .update();
        database.sql("update redrives set sent = sent + 1 where id = :id")
                .param("id", redrive)
                .update();
    }

    void finish(long redrive, Redrive.State state, @Nullable String error) {
        database.sql("update redrives set state = :state, error = :error, finished_at = now() where id = :id")
                .param("state", state.name())
                .param("error", error)
                .param("id", redrive)
                .update();
    }

    void failRunning(String error) {
        database.sql(
                        "update redrives set state = 'FAILED', error = :error, finished_at = now() where state = 'RUNNING'")
                .param("error", error)
                .update();
    }

    Optional<Redrive> find(long id) {
        return database.sql(RUNS + " where id = :id")
                .param("id", id)
                .query((row, _) -> redrive(row))
                .optional();
    }

    /** Newest first. */
    List<Redrive> list() {
        return database.sql(RUNS + " order by id desc limit " + LISTED_MAX)
                .query((row, _) -> redrive(row))
                .list();
    }

    private static @Nullable String ids(RedriveRequest request) {
        return request.ids() == null || request.ids().isEmpty() ? null : String.join(",", request.ids());
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getString("id"),
                row.getString("topic"),
                row.getString("detail"),
                row.getString("studio"),
                row.getString("origin_topic"),
                row.getString("record_key"),
                row.getString("payload"),
                row.getBoolean("base64"));
    }

    private static Redrive redrive(ResultSet row) throws SQLException {
        var filter = Json.MAPPER.readTree(row.getString("filter"));
        return new Redrive(
                row.getLong("id"),
                Redrive.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getString("reason"),
                filter.path("found").asInt(),
                row.getInt("total"),
                filter.path("quarantined").asInt(),
                filter.path("notRepeatable").asInt(),
                Json.MAPPER.convertValue(filter.path("byTopic"), new TypeReference<Map<String, Integer>>() {}),
                row.getInt("sent"),
                row.getString("error"),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
