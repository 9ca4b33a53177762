package io.inkstream.admin.outbound;

import io.inkstream.admin.web.Conditions;
import io.inkstream.admin.web.Cursor;
import io.inkstream.admin.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger's rows from the live projection, each with the recipient that its role means. */
@Repository
class OutboundReader {
    private static final String NEWEST = " order by o.created_at desc, o.command_id desc limit :limit";
    private static final String COLUMNS = "select o.command_id, o.lead_id, o.contact_id, o.studio, o.role, o.lane,"
            + " o.lane_seq, o.kind, o.copy_key, o.text, o.state, o.outcome, o.wamid, o.delivery_status, o.attempts,"
            + " o.next_at, o.last_error, o.why, o.created_at, o.changed_at";

    private final JdbcClient database;

    OutboundReader(JdbcClient database) {
        this.database = database;
    }

    /** Which messages; absent means any. */
    record Filter(
            @Nullable String phone,
            @Nullable String leadId,
            @Nullable String status) {}

    Page<OutboundItem> list(Filter filter, @Nullable Cursor cursor, int limit) {
        var conditions = new Conditions()
                .when(filter.leadId(), "leadId", "o.lead_id = :leadId")
                .when(filter.status(), "status", "o.state = :status")
                .after(cursor, "o.created_at", "o.command_id")
                .with("limit", limit + 1);
        var phone = Conditions.digits(filter.phone());
        var source = phone == null
                ? COLUMNS + " from outbound o" + conditions.where() + NEWEST
                : toPerson(conditions.with("phone", phone));
        // The recipient is looked up for the rows of the page only.
        var found = database.sql("select o.*, case o.role when 'ARTIST' then s.artist_whatsapp"
                        + " else coalesce(c.phone, c.bsuid) end as recipient from (" + source + ") o"
                        + " left join contacts c on c.contact_id = o.contact_id"
                        + " left join studios s on s.studio = o.studio"
                        + " order by o.created_at desc, o.command_id desc")
                .params(conditions.parameters())
                .query((row, _) -> item(row))
                .list();
        return Page.cut(found, limit, item -> new Cursor(item.createdAt(), item.commandId()));
    }

    /** As a client of any studio, and as the artist of any: two indexes, one list. */
    private static String toPerson(Conditions conditions) {
        var and = conditions.where().isEmpty() ? " where " : conditions.where() + " and ";
        var asClient = "(" + COLUMNS + " from outbound o" + and
                + "o.role = 'CLIENT' and o.contact_id in (select contact_id from contacts where phone = :phone)"
                + NEWEST
                + ")";
        var asArtist = "(" + COLUMNS + " from outbound o" + and
                + "o.role = 'ARTIST' and o.studio in (select studio from studios where artist_whatsapp = :phone)"
                + NEWEST + ")";
        return "select * from (" + asClient + " union all " + asArtist + ") o" + NEWEST;
    }

    private static OutboundItem item(ResultSet row) throws SQLException {
        var nextAt = row.getObject("next_at", OffsetDateTime.class);
        return new OutboundItem(
                row.getString("command_id"),
                row.getString("lead_id"),
                row.getString("contact_id"),
                row.getString("studio"),
                row.getString("recipient"),
                row.getString("role"),
                row.getString("lane"),
                row.getLong("lane_seq"),
                row.getString("kind"),
                row.getString("copy_key"),
                row.getString("text"),
                row.getString("state"),
                row.getString("outcome"),
                row.getString("wamid"),
                row.getString("delivery_status"),
                row.getInt("attempts"),
                nextAt == null ? null : nextAt.toInstant(),
                row.getString("last_error"),
                row.getString("why"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
