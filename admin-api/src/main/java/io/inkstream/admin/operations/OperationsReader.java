package io.inkstream.admin.operations;

import io.inkstream.admin.web.Conditions;
import io.inkstream.admin.web.Cursor;
import io.inkstream.admin.web.Page;
import io.inkstream.schemas.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Reads what went wrong, from the live projection. */
@Repository
class OperationsReader {
    private static final String NEWEST = " order by occurred_at desc, id desc limit :limit";

    /** Dead letters of all services, and the records that the projection itself could not take. */
    private static final String DEAD_LETTERS = "select id, occurred_at, topic, service, reason, detail, studio,"
            + " origin_topic, origin_part, origin_off, attempts, record_key, payload, base64 from dead_letters"
            + " union all select topic || '-' || part || '@' || off, parked_at, 'projection', 'admin-api',"
            + " 'not-projectable', error, null, topic, part, off, 1, record_key, encode(value, 'base64'), true"
            + " from projection_dlt";

    private final JdbcClient database;

    OperationsReader(JdbcClient database) {
        this.database = database;
    }

    Page<SystemEventItem> events(
            @Nullable String level,
            @Nullable String name,
            @Nullable String leadId,
            @Nullable Cursor cursor,
            int limit) {
        var conditions = new Conditions()
                .when(level, "level", "level = :level")
                .when(name, "name", "name = :name")
                .when(leadId, "leadId", "lead_id = :leadId")
                .after(cursor, "occurred_at", "id")
                .with("limit", limit + 1);
        var found = database.sql("select * from system_events" + conditions.where() + NEWEST)
                .params(conditions.parameters())
                .query((row, _) -> event(row))
                .list();
        return Page.cut(found, limit, event -> new Cursor(event.occurredAt(), event.id()));
    }

    Page<DeadLetterItem> deadLetters(
            @Nullable String topic, @Nullable String service, @Nullable Cursor cursor, int limit) {
        var conditions = new Conditions()
                .when(topic, "topic", "topic = :topic")
                .when(service, "service", "service = :service")
                .after(cursor, "occurred_at", "id")
                .with("limit", limit + 1);
        var found = database.sql("select * from (" + DEAD_LETTERS + ") d" + conditions.where() + NEWEST)
                .params(conditions.parameters())
                .query((row, _) -> deadLetter(row).withoutContent())
                .list();
        return Page.cut(found, limit, letter -> new Cursor(letter.occurredAt(), letter.id()));
    }

    Optional<DeadLetterItem> deadLetter(String id) {
        return database.sql("select * from (" + DEAD_LETTERS + ") d where id = :id")
                .param("id", id)
                .query((row, _) -> deadLetter(row))
                .optional();
    }

    private static SystemEventItem event(ResultSet row) throws SQLException {
        return new SystemEventItem(
                row.getString("id"),
                instant(row),
                row.getString("level"),
                row.getString("name"),
                row.getString("studio"),
                row.getString("lead_id"),
                row.getString("correlation_id"),
                Json.MAPPER.readValue(row.getString("details"), new TypeReference<Map<String, String>>() {}));
    }

    private static DeadLetterItem deadLetter(ResultSet row) throws SQLException {
        return new DeadLetterItem(
                row.getString("id"),
                instant(row),
                row.getString("topic"),
                row.getString("service"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("studio"),
                row.getString("origin_topic"),
                row.getObject("origin_part", Integer.class),
                row.getObject("origin_off", Long.class),
                row.getInt("attempts"),
                row.getString("record_key"),
                row.getString("payload"),
                row.getBoolean("base64"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    }
}
