package io.inkstream.outbound.ledger;

import io.inkstream.outbound.ServiceWindow;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.Recipient.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** What a poll's records do to the ledger. */
final class IntakeStatements {
    private static final Comparator<Arrival> IN_LANE_ORDER = Comparator.<Arrival>comparingLong(
                    arrival -> arrival.command().laneSeq())
            .thenComparing(arrival -> arrival.command().id());

    private IntakeStatements() {}

    /**
     * New commands enter as PARKED, those already known stay as they are. A command that is found to be the head of a lane
     * that may be claimed enters as CLAIMED: nothing of its lane is unfinished, and its predecessor is known. Two instances
     * never both claim in one lane this way: the predecessor must have been committed, and then it shows as unfinished
     * until it has ended.
     *
     * @param lanes that may be claimed
     * @return the claims, in a list of the caller's own
     */
    static List<Claim> insert(
            Connection connection, List<Arrival> arrivals, Set<String> lanes, ClaimTerms terms, Instant now)
            throws SQLException {
        Map<String, Arrival> byId = new LinkedHashMap<>();
        arrivals.forEach(arrival -> byId.putIfAbsent(arrival.command().id(), arrival));
        var news = List.copyOf(byId.values());
        var heads = heads(news, lanes);
        try (var sql = new Sql(connection, """
                with v as (
                    select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) v (command_id, studio, phone_number_id,
                        address, lane, lane_seq, allow_after_opt_out, patient, first, conversation_key, payload,
                        source_partition, source_offset)),
                entered as (
                    insert into command (command_id, message, studio, phone_number_id, address, lane, lane_seq,
                        allow_after_opt_out, patient, state, claim_no, attempts, owner, claim_until, window_open, created_at,
                        changed_at)
                    select v.command_id, nextval('message_number'), v.studio, v.phone_number_id, v.address, v.lane,
                        v.lane_seq, v.allow_after_opt_out, v.patient, case when h.claimed then 'CLAIMED' else 'PARKED' end,
                        h.claimed::int, h.claimed::int, case when h.claimed then ? end,
                        case when h.claimed then clock_timestamp() + ? * interval '1 ms' end,
                        h.claimed and coalesce(r.last_inbound_at > ?, false), ?, ?
                    from v left join recipient r on r.studio = v.studio and r.address = v.address
                    cross join lateral (select v.first
                        and (v.lane_seq = 1 or exists (select 1 from command p
                            where p.lane = v.lane and p.lane_seq = v.lane_seq - 1))
                        and not exists (select 1 from command o where o.open and o.lane = v.lane)) h (claimed)
                    on conflict (command_id) do nothing
                    returning command_id, message, state, window_open),
                kept as (
                    insert into message (number, conversation_key, payload, source_partition, source_offset)
                    select entered.message, v.conversation_key, v.payload, v.source_partition, v.source_offset
                    from entered join v using (command_id))
                select entered.command_id, entered.window_open, r.consent
                from entered join v using (command_id)
                left join recipient r on r.studio = v.studio and r.address = v.address
                where entered.state = 'CLAIMED'""")) {
            return sql.column("text", news, arrival -> arrival.command().id())
                    .column("text", news, arrival -> arrival.command().studio())
                    .column("text", news, arrival -> arrival.command().phoneNumberId())
                    .column(
                            "text",
                            news,
                            arrival -> arrival.command().facts().recipient().address())
                    .column("text", news, arrival -> arrival.command().lane())
                    .column("int8", news, arrival -> arrival.command().laneSeq())
                    .column("bool", news, arrival -> arrival.command().allowAfterOptOut())
                    .column("bool", news, arrival -> arrival.command().messageClass() == MessageClass.REMINDER)
                    .column("bool", news, heads::contains)
                    .column("text", news, Arrival::conversationKey)
                    .column("text", news, Arrival::payload)
                    .column("int4", news, Arrival::partition)
                    .column("int8", news, Arrival::offset)
                    .with(terms.owner())
                    .with(terms.lease().toMillis())
                    .with(ServiceWindow.closedUpTo(now))
                    .with(now)
                    .with(now)
                    .list(row -> claim(row, byId, now));
        }
    }

    /** Of each of these lanes the lowest command of this poll. */
    private static Set<Arrival> heads(List<Arrival> arrivals, Set<String> lanes) {
        Map<String, Arrival> byLane = new HashMap<>();
        for (var arrival : arrivals) {
            if (lanes.contains(arrival.command().lane())) {
                byLane.merge(arrival.command().lane(), arrival, BinaryOperator.minBy(IN_LANE_ORDER));
            }
        }
        Set<Arrival> heads = Collections.newSetFromMap(new IdentityHashMap<>());
        heads.addAll(byLane.values());
        return heads;
    }

    private static Claim claim(ResultSet row, Map<String, Arrival> arrivals, Instant now) throws SQLException {
        var arrival = Objects.requireNonNull(arrivals.get(row.getString("command_id")));
        var consent = row.getString("consent");
        return new Claim(
                LedgerRow.claimedOnArrival(arrival, row.getBoolean("window_open"), now),
                consent == null ? null : Consent.valueOf(consent),
                false);
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

    /**
     * Unfinished commands to people who opted out end here, unless a request may be under way. Looks only at the lanes of
     * the records' own conversations; what else waits for the same person is withheld when its turn comes.
     */
    static List<Written> skipOptedOut(Connection connection, List<OutboundCommand> records, Instant now)
            throws SQLException {
        var lanes = records.stream()
                .filter(record -> record.facts().consent() == Consent.OPTED_OUT)
                .flatMap(record -> Arrays.stream(Role.values()).map(role -> record.contactId() + "|" + role))
                .collect(Collectors.toUnmodifiableSet());
        try (var sql = new Sql(connection, """
                update command c set state = 'SKIPPED', open = false, outcome = 'SKIPPED', retry_at = null,
                    why = 'the recipient opted out', revision = c.revision + 1, announced = c.revision + 1,
                    changed_at = ?
                from unnest(?) v (lane), recipient r, message m
                where c.open and c.lane = v.lane and not c.allow_after_opt_out
                    and c.state in ('PARKED', 'READY', 'RETRY_WAIT')
                    and r.studio = c.studio and r.address = c.address and r.consent = 'OPTED_OUT'
                    and m.number = c.message
                returning\s""" + LedgerRows.ALL)) {
            return sql.with(now).texts(lanes).list(row -> new Written(LedgerRows.read(row), true, false));
        }
    }

    /**
     * Commands that ended without being accepted go back to their places: the lowest unfinished number of a lane is theirs
     * again. What was sent, or never known, stays as it is.
     */
    static List<Written> reopen(Connection connection, List<Redrive> redrives, Instant now) throws SQLException {
        try (var sql = new Sql(connection, """
                update command c set state = 'READY', open = true, outcome = null, error_code = null, failures = 0,
                    retry_at = null, why = 'sent again by an operator', redrives = v.number,
                    revision = c.revision + 1, announced = c.revision + 1, changed_at = ?
                from unnest(?, ?) v (command_id, number), message m
                where c.command_id = v.command_id and c.redrives < v.number and not c.open and c.wamid is null
                    and c.state in ('DEAD', 'FAILED') and c.why is distinct from ? and m.number = c.message
                returning\s""" + LedgerRows.ALL)) {
            return sql.with(now)
                    .column("text", redrives, Redrive::commandId)
                    .column("int4", redrives, Redrive::number)
                    .with(Decision.GIVEN_UP)
                    .list(row -> Written.changed(LedgerRows.read(row)));
        }
    }
}
