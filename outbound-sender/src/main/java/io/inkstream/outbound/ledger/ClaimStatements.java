package io.inkstream.outbound.ledger;

import io.inkstream.outbound.ServiceWindow;
import io.inkstream.schemas.identity.Contact.Consent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Claims the heads of lanes. */
final class ClaimStatements {
    private ClaimStatements() {}

    /**
     * Claims the lowest unfinished command of each lane that is due and not somebody's. The head is chosen from the
     * statement's snapshot and checked again under its row lock, so two instances never claim the same one; it must be a
     * statement of its own, after the batch's insert, to see rows that the insert had to wait for.
     */
    static List<Claim> claim(Connection connection, Collection<String> lanes, ClaimTerms terms, Instant now)
            throws SQLException {
        try (var sql = new Sql(connection, """
                with head as (
                    select h.command_id, h.message, r.consent, not h.window_refused
                            and coalesce(r.last_inbound_at > ?, false) as window_open,
                        h.lane_seq > 1 and not exists (
                            select 1 from command p where p.lane = h.lane and p.lane_seq = h.lane_seq - 1) as gap
                    from unnest(?) w (lane)
                    cross join lateral (
                        select c.command_id, c.message, c.lane, c.lane_seq, c.studio, c.address, c.state, c.retry_at,
                            c.window_refused, c.received_at, c.redrives
                        from command c where c.open and c.lane = w.lane
                        order by c.lane_seq, c.command_id limit 1) h
                    left join recipient r on r.studio = h.studio and r.address = h.address
                    where h.state in ('PARKED', 'READY', 'RETRY_WAIT')
                        and (h.retry_at is null or h.retry_at <= clock_timestamp() + interval '20 ms')
                        and (h.lane_seq = 1
                            or h.received_at < clock_timestamp() - ? * interval '1 ms'
                            or exists (select 1 from command p
                                where p.lane = h.lane and p.lane_seq = h.lane_seq - 1))
                        -- One that came back to its place waits for the request of the one that was next.
                        and (h.redrives = 0 or not exists (select 1 from command b
                            where b.open and b.lane = h.lane and b.state in ('CLAIMED', 'UNCERTAIN'))))
                update command c set state = 'CLAIMED', claim_no = c.claim_no + 1, owner = ?,
                    claim_until = clock_timestamp() + ? * interval '1 ms', window_open = head.window_open,
                    attempts = c.attempts + 1, retry_at = null, revision = c.revision + 1, changed_at = ?
                from head join message m on m.number = head.message
                where c.command_id = head.command_id and c.state in ('PARKED', 'READY', 'RETRY_WAIT')
                returning head.consent, head.gap,\s""" + LedgerRows.ALL)) {
            return sql.with(ServiceWindow.closedUpTo(now))
                    .texts(lanes)
                    .with(terms.gapWait().toMillis())
                    .with(terms.owner())
                    .with(terms.lease().toMillis())
                    .with(now)
                    .list(row -> {
                        var consent = row.getString("consent");
                        return new Claim(
                                LedgerRows.read(row),
                                consent == null ? null : Consent.valueOf(consent),
                                row.getBoolean("gap"));
                    });
        }
    }
}
