package io.inkstream.sheets.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that still have to be written, and what became of them. */
public final class DueRows {
    private final JdbcClient jdbc;

    public DueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much is waiting; {@code oldest} is when the longest waiting row changed. */
    public record Backlog(long rows, Optional<Instant> oldest) {}

    /** The rows of a studio that have waited longest. */
    public List<DueRow> oldest(String studio, int rowsMax) {
        return jdbc.sql("""
                select r.lead_id, r.studio, r.row_number, r.revision, r.record, c.phone, r.origin_partition, r.origin_offset
                from sheet_row r left join sheet_contact c on c.contact_id = r.contact_id
                where r.studio = ? and r.revision > r.settled_revision
                order by r.changed_at limit ?
                """)
                .param(studio)
                .param(rowsMax)
                .query((row, _) -> dueRow(row))
                .list();
    }

    /** Google has exactly these revisions; a row that has changed since stays due. */
    public void written(List<DueRow> rows) {
        jdbc.sql("""
                update sheet_row r set settled_revision = n.revision, refused = false, written_at = now()
                from unnest(?::text[], ?::bigint[]) as n(lead_id, revision)
                where r.lead_id = n.lead_id and r.settled_revision < n.revision
                """).param(leadIds(rows)).param(revisions(rows)).update();
    }

    /** Google does not take this revision: it is not tried again, until a newer record comes. */
    public void refused(DueRow row) {
        jdbc.sql("""
                update sheet_row set settled_revision = ?, refused = true where lead_id = ? and settled_revision < ?
                """)
                .param(row.revision())
                .param(row.leadId())
                .param(row.revision())
                .update();
    }

    /** A call with these rows has an unknown outcome: write them once more after {@code delay}, when it has surely ended. */
    public void writeAgainAfter(Duration delay, List<DueRow> rows) {
        jdbc.sql("""
                update sheet_row set rewrite_at = now() + ? * interval '1 millisecond' where lead_id = any(?::text[])
                """).param(delay.toMillis()).param(leadIds(rows)).update();
    }

    /** A former writer may have had a call with any due row under way when it ended: write them once more after {@code delay}. */
    public void writeDueAgainAfter(Duration delay, String studio) {
        jdbc.sql("""
                update sheet_row set rewrite_at = now() + ? * interval '1 millisecond'
                where studio = ? and revision > settled_revision
                """).param(delay.toMillis()).param(studio).update();
    }

    /** Makes the rows due whose second writing has come. */
    public int wakeRewrites(String studio) {
        return jdbc.sql("""
                update sheet_row set revision = revision + 1, changed_at = now(), rewrite_at = null
                where studio = ? and rewrite_at <= now()
                """).param(studio).update();
    }

    /** The tab is new and empty: everything has to be written, also what an earlier tab had. */
    public void allDue(String studio) {
        jdbc.sql("""
                update sheet_row set revision = revision + 1, changed_at = now()
                where studio = ? and revision = settled_revision
                """).param(studio).update();
    }

    /** The rows that Google should have as they are now, in their order in the sheet. */
    public List<DueRow> settled(String studio) {
        return jdbc.sql("""
                select r.lead_id, r.studio, r.row_number, r.revision, r.record, c.phone, r.origin_partition, r.origin_offset
                from sheet_row r left join sheet_contact c on c.contact_id = r.contact_id
                where r.studio = ? and r.revision = r.settled_revision and not r.refused
                order by r.row_number
                """).param(studio).query((row, _) -> dueRow(row)).list();
    }

    /** The last row number that was ever given to a lead of the studio; 1 when there is none. */
    public int lastPlace(String studio) {
        return jdbc.sql("select coalesce(max(row_number), 1) from sheet_row where studio = ?")
                .param(studio)
                .query(Integer.class)
                .single();
    }

    public Backlog backlog(String studio) {
        return jdbc.sql("""
                select count(*), min(changed_at) from sheet_row where studio = ? and revision > settled_revision
                """)
                .param(studio)
                .query((row, _) -> new Backlog(
                        row.getLong(1), Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
                .single();
    }

    private static DueRow dueRow(ResultSet row) throws SQLException {
        return new DueRow(
                row.getString("lead_id"),
                row.getString("studio"),
                row.getInt("row_number"),
                row.getLong("revision"),
                row.getString("record"),
                row.getString("phone"),
                row.getInt("origin_partition"),
                row.getLong("origin_offset"));
    }

    private static String[] leadIds(List<DueRow> rows) {
        return rows.stream().map(DueRow::leadId).toArray(String[]::new);
    }

    private static Long[] revisions(List<DueRow> rows) {
        return rows.stream().map(DueRow::revision).toArray(Long[]::new);
    }
}
