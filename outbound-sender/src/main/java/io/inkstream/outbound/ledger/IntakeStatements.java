package io.inkstream.outbound.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What a poll's records do to the ledger. */
final class IntakeStatements {
    private IntakeStatements() {}

    /** New commands enter as PARKED; those already known stay as they are. */
    static void insert(Connection connection, List<Arrival> arrivals, Instant now) throws SQLException {
        try (var sql = new Sql(connection, """
                insert into command (command_id, studio, phone_number_id, conversation_key, address, lane, lane_seq,
                    payload, source_partition, source_offset, allow_after_opt_out, created_at, changed_at)
                select v.*, ?, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) v
                on conflict (command_id) do nothing""")) {
            sql.with(now)
                    .with(now)
                    .column("text", arrivals, arrival -> arrival.command().id())
                    .column("text", arrivals, arrival -> arrival.command().studio())
                    .column("text", arrivals, arrival -> arrival.command().phoneNumberId())
                    .column("text", arrivals, Arrival::conversationKey)
                    .column(
                            "text",
                            arrivals,
                            arrival -> arrival.command().facts().recipient().address())
                    .column("text", arrivals, arrival -> arrival.command().lane())
                    .column("int8", arrivals, arrival -> arrival.command().laneSeq())
                    .column("text", arrivals, Arrival::payload)
                    .column("int4", arrivals, Arrival::partition)
                    .column("int8", arrivals, Arrival::offset)
                    .column("bool", arrivals, arrival -> arrival.command().allowAfterOptOut())
                    .update();
        }
    }

    /** The newest word about consent and the latest inbound win; a row is written only when something changes. */
    static void learn(Connection connection, List<KnownFacts> facts) throws SQLException {
        try (var sql = new Sql(connection, """
                insert into recipient as r (studio, address, consent, consent_at, last_inbound_at)
                select * from unnest(?, ?, ?, ?, ?)
                on conflict (studio, address) do update set
                    consent = case when excluded.consent_at >= coalesce(r.consent_at, '-infinity')
                        then excluded.consent else r.consent end,
                    consent_at = greatest(r.consent_at, excluded.consent_at),
                    last_inbound_at = greatest(r.last_inbound_at, excluded.last_inbound_at)
                where excluded.last_inbound_at > coalesce(r.last_inbound_at, '-infinity')
                    or (excluded.consent is distinct from r.consent
                        and excluded.consent_at >= coalesce(r.consent_at, '-infinity'))""")) {
            sql.column("text", facts, KnownFacts::studio)
                    .column("text", facts, KnownFacts::address)
                    .column(
                            "text",
                            facts,
                            known -> known.consent() == null
                                    ? null
                                    : known.consent().name())
                    .column("timestamptz", facts, KnownFacts::consentAt)
                    .column("timestamptz", facts, KnownFacts::lastInboundAt)
                    .update();
        }
    }

    /** Unfinished commands to people who opted out end here, unless a request may be under way. */
    static List<LedgerRow> skipOptedOut(Connection connection, List<KnownFacts> optedOut, Instant now)
            throws SQLException {
        try (var sql = new Sql(connection, """
                update command c set state = 'SKIPPED', open = false, outcome = 'SKIPPED', retry_at = null,
                    why = 'the recipient opted out', revision = c.revision + 1, announced = c.revision + 1,
                    changed_at = ?
                from unnest(?, ?) v (studio, address)
                join recipient r on r.studio = v.studio and r.address = v.address and r.consent = 'OPTED_OUT'
                where c.open and c.studio = v.studio and c.address = v.address and not c.allow_after_opt_out
                    and c.state in ('PARKED', 'READY', 'RETRY_WAIT')
                returning\s""" + LedgerRows.ALL)) {
            return sql.with(now)
                    .column("text", optedOut, KnownFacts::studio)
                    .column("text", optedOut, KnownFacts::address)
                    .list(LedgerRows::read);
        }
    }
}
