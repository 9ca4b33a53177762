package io.inkstream.outbound.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes transitions, many at once. */
final class TransitionStatements {
    private TransitionStatements() {}

    /** Applies those whose row still stands where the transition believes; returns these. */
    static List<Written> apply(Connection connection, List<Transition> transitions, Instant now) throws SQLException {
        if (transitions.isEmpty()) {
            return List.of();
        }
        var byRow = transitions.stream()
                .collect(Collectors.toMap(
                        change -> new Place(change.row().id(), change.row().claimNo()),
                        Function.identity(),
                        (first, _) -> first));
        try (var sql = new Sql(connection, """
                update command c set state = v.to_state, open = v.open, outcome = v.outcome,
                    wamid = coalesce(c.wamid, v.wamid), error_code = v.error_code, why = v.why,
                    retry_at = case when v.retry_ms is null then null
                        else clock_timestamp() + v.retry_ms * interval '1 ms' end,
                    settle_at = v.settle_at, attempts = c.attempts + v.attempts, failures = c.failures + v.failures,
                    resends = c.resends + v.resends, window_refused = c.window_refused or v.window_refused,
                    owner = null, claim_until = null, revision = c.revision + 1, announced = c.revision + 1,
                    changed_at = ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) v (command_id, claim_no, from_state, to_state,
                    open, outcome, wamid, error_code, why, retry_ms, settle_at, attempts, failures, resends,
                    window_refused)
                where c.command_id = v.command_id and c.claim_no = v.claim_no and c.state = v.from_state
                returning c.command_id, c.claim_no, c.wamid, c.retry_at, c.revision, exists (select 1 from command n
                    where n.open and n.lane = c.lane and n.command_id <> c.command_id) as more""")) {
            return sql.with(now)
                    .column("text", transitions, change -> change.row().id())
                    .column("int4", transitions, change -> change.row().claimNo())
                    .column("text", transitions, change -> change.row().state().name())
                    .column("text", transitions, change -> change.to().name())
                    .column("bool", transitions, Transition::open)
                    .column(
                            "text",
                            transitions,
                            change -> change.outcome() == null
                                    ? null
                                    : change.outcome().name())
                    .column("text", transitions, Transition::wamid)
                    .column("int4", transitions, Transition::errorCode)
                    .column("text", transitions, Transition::why)
                    .column(
                            "int8",
                            transitions,
                            change -> change.retryAfter() == null
                                    ? null
                                    : change.retryAfter().toMillis())
                    .column("timestamptz", transitions, Transition::settleAt)
                    .column("int4", transitions, Transition::attempts)
                    .column("int4", transitions, Transition::failures)
                    .column("int4", transitions, Transition::resends)
                    .column("bool", transitions, Transition::windowRefused)
                    .list(row -> {
                        var place = new Place(row.getString("command_id"), row.getInt("claim_no"));
                        var change = Objects.requireNonNull(byRow.get(place));
                        return new Written(
                                change.applied(
                                        row.getString("wamid"),
                                        Sql.instant(row, "retry_at"),
                                        row.getLong("revision"),
                                        now),
                                !change.open(),
                                row.getBoolean("more"));
                    });
        }
    }

    private record Place(String commandId, int claimNo) {}
}
