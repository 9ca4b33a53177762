package io.inkstream.admin.leads;

import io.inkstream.admin.web.Conditions;
import io.inkstream.admin.web.Cursor;
import io.inkstream.admin.web.Page;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.lead.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Reads leads from the live projection. */
@Repository
class LeadReader {
    /** Decisions shown with a lead; a longer story is cut at its beginning. */
    static final int TIMELINE_MAX = 1_000;

    private static final String SUMMARY =
            "select l.lead_id, l.contact_id, l.studio, l.status, l.version, l.seq, l.name,"
                    + " l.snapshot, l.created_at, l.updated_at, c.phone, c.consent as contact_consent,"
                    + " c.occurred_at as contact_at from leads l left join contacts c on c.contact_id = l.contact_id";

    private final JdbcClient database;

    LeadReader(JdbcClient database) {
        this.database = database;
    }

    /** Newest lead first. */
    Page<LeadSummary> list(LeadFilter filter, @Nullable Cursor cursor, int limit) {
        var conditions = new Conditions()
                .when(
                        Conditions.digits(filter.phone()),
                        "phone",
                        "l.contact_id in (select contact_id from contacts where phone = :phone)")
                .when(filter.status(), "status", "l.status = :status")
                .when(filter.studio(), "studio", "l.studio = :studio")
                .when(
                        Conditions.containing(filter.words()),
                        "words",
                        "(l.search like :words or c.phone like :words or l.lead_id like :words)")
                .after(cursor, "l.created_at", "l.lead_id")
                .with("limit", limit + 1);
        var found = database.sql(
                        SUMMARY + conditions.where() + " order by l.created_at desc, l.lead_id desc limit :limit")
                .params(conditions.parameters())
                .query((row, _) -> stored(row))
                .list();
        var page = Page.cut(
                found,
                limit,
                lead -> new Cursor(lead.createdAt(), lead.snapshot().leadId()));
        return new Page<>(page.items().stream().map(StoredLead::summary).toList(), page.nextCursor());
    }

    Optional<LeadDetail> find(String leadId) {
        return database.sql(SUMMARY + " where l.lead_id = :leadId")
                .param("leadId", leadId)
                .query((row, _) -> stored(row))
                .optional()
                .map(this::withTimeline);
    }

    private LeadDetail withTimeline(StoredLead lead) {
        var decisions = decisions(lead.snapshot().leadId());
        var truncated = decisions.size() > TIMELINE_MAX;
        var timeline = Timeline.of(truncated ? decisions.subList(1, decisions.size()) : decisions);
        var deliveries = deliveries(lead.snapshot().leadId());
        var withDelivery = timeline.stream()
                .map(entry -> {
                    var delivery = entry.kind() == TimelineEntry.Kind.MESSAGE_OUT
                            ? deliveries.get(String.valueOf(entry.commandId()))
                            : null;
                    return delivery == null ? entry : entry.delivered(delivery.state(), delivery.status());
                })
                .toList();
        return lead.detail(withDelivery, truncated);
    }

    /** In the order of deciding; at most one more than is shown. */
    private List<RecordedDecision> decisions(String leadId) {
        var newestFirst = database.sql(
                        "select seq, occurred_at, input, events, why from lead_events where lead_id = :leadId"
                                + " order by seq desc limit :limit")
                .param("leadId", leadId)
                .param("limit", TIMELINE_MAX + 1)
                .query((row, _) -> decision(row))
                .list();
        return newestFirst.reversed();
    }

    private Map<String, Delivery> deliveries(String leadId) {
        return database
                .sql("select command_id, state, delivery_status from outbound where lead_id = :leadId")
                .param("leadId", leadId)
                .query((row, _) -> new Delivery(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Delivery::commandId, delivery -> delivery, (a, _) -> a, HashMap::new));
    }

    private static StoredLead stored(ResultSet row) throws SQLException {
        var contactAt = row.getObject("contact_at", OffsetDateTime.class);
        var consent = row.getString("contact_consent");
        return new StoredLead(
                Json.MAPPER.readValue(row.getString("snapshot"), LeadSnapshot.class),
                row.getLong("seq"),
                row.getString("phone"),
                consent == null ? null : Contact.Consent.valueOf(consent),
                contactAt == null ? null : contactAt.toInstant(),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static RecordedDecision decision(ResultSet row) throws SQLException {
        var input = row.getString("input");
        return new RecordedDecision(
                row.getLong("seq"),
                instant(row, "occurred_at"),
                input == null ? null : Json.MAPPER.readValue(input, Input.class),
                Json.MAPPER.readValue(row.getString("events"), new TypeReference<List<LeadEvent>>() {}),
                Json.MAPPER.readValue(row.getString("why"), new TypeReference<List<Reason>>() {}));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record Delivery(
            String commandId, String state, @Nullable String status) {}
}
