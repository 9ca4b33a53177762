package io.inkstream.admin.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts in the live projection. */
@Repository
class FiguresReader {
    /** {@code decided} = approved + rejected, each lead once: what the artist's share is measured by. */
    private static final String FUNNEL = """
            with born as (
                select lead_id, status from leads where created_at >= :cutoff
            ), reached as (
                select s.lead_id, array_agg(s.step) as steps from lead_steps s join born using (lead_id)
                where s.step in ('status:QUALIFYING', 'consultation-completed', 'approved', 'deposit-link', 'deposit-paid')
                group by s.lead_id
            )
            select count(*) as "newLeads",
                count(*) filter (where 'status:QUALIFYING' = any(steps)) as "qualifyingStarted",
                count(*) filter (where 'consultation-completed' = any(steps)) as "qualifyingCompleted",
                count(*) filter (where 'approved' = any(steps)) as "approved",
                count(*) filter (where 'approved' = any(steps) or status = 'REJECTED') as "decided",
                count(*) filter (where 'deposit-link' = any(steps)) as "depositSent",
                count(*) filter (where 'deposit-paid' = any(steps)) as "depositPaid",
                count(*) filter (where status = 'PENDING_APPROVAL') as "pendingApproval",
                count(*) filter (where status = 'REJECTED') as "rejected",
                count(*) filter (where status = 'NEEDS_FOLLOW_UP') as "needsFollowUp",
                count(*) filter (where status = 'NEEDS_ARTIST_REPLY') as "needsArtistReply",
                count(*) filter (where status = 'BOOKED') as "booked",
                count(*) filter (where status = 'ABANDONED') as "abandoned",
                count(*) filter (where status = 'STALE') as "stale"
            from born left join reached using (lead_id)""";

    private final JdbcClient database;

    FiguresReader(JdbcClient database) {
        this.database = database;
    }

    /** How often a field was read in one way. */
    record Reading(
            String field,
            boolean understood,
            @Nullable String rule,
            @Nullable String reason,
            long times) {}

    Map<String, Long> funnel(Instant cutoff) {
        var row = database.sql(FUNNEL)
                .param("cutoff", cutoff.atOffset(ZoneOffset.UTC))
                .query()
                .singleRow();
        var counts = new HashMap<String, Long>();
        row.forEach((name, count) -> counts.put(name, count instanceof Number number ? number.longValue() : 0L));
        return counts;
    }

    List<Reading> readings(Instant cutoff, @Nullable String field) {
        return database.sql("select field, understood, rule, reason, count(*) as times from readings"
                        + " where occurred_at >= :cutoff and (:field::text is null or field = :field)"
                        + " group by field, understood, rule, reason order by field, times desc")
                .param("cutoff", cutoff.atOffset(ZoneOffset.UTC))
                .param("field", field)
                .query((row, _) -> new Reading(
                        row.getString("field"),
                        row.getBoolean("understood"),
                        row.getString("rule"),
                        row.getString("reason"),
                        row.getLong("times")))
                .list();
    }
}
