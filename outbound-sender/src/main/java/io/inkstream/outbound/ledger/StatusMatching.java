package io.inkstream.outbound.ledger;

import static java.util.stream.Collectors.toMap;

import io.inkstream.outbound.Aftermath;
import io.inkstream.outbound.DeliveryStatus;
import io.inkstream.outbound.NextStep;
import io.inkstream.outbound.ledger.StatusStatements.Sighting;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds the commands that statuses speak of: by message id, then by our callback data, which also settles commands whose
 * response was lost. What matches nothing waits for the response of its message.
 */
final class StatusMatching {
    private static final int UNKNOWN_ERROR = 131000;

    private final Aftermath aftermath;
    private final Duration uncertainWait;

    StatusMatching(Aftermath aftermath, Duration uncertainWait) {
        this.aftermath = aftermath;
        this.uncertainWait = uncertainWait;
    }

    /** Reports of this poll, and those parked for messages that {@code changes} has made known. */
    void apply(Connection connection, Collection<StatusReport> news, Changes changes, Instant now) throws SQLException {
        var reports = new ArrayList<>(news);
        var justSent = changes.ended().stream()
                .filter(row -> row.wamid() != null)
                .map(LedgerRow::wamid)
                .toList();
        if (!justSent.isEmpty()) {
            reports.addAll(StatusStatements.unpark(connection, justSent));
        }
        if (reports.isEmpty()) {
            return;
        }
        var collapsed = StatusReport.collapse(reports);
        var unknown = new HashMap<>(collapsed.stream().collect(toMap(StatusReport::wamid, report -> report)));
        unknown.keySet().removeAll(StatusStatements.knownWamids(connection, List.copyOf(unknown.keySet())));
        if (!unknown.isEmpty()) {
            unknown.keySet().removeAll(matchByCallback(connection, unknown.values(), changes, now));
        }
        if (!unknown.isEmpty()) {
            StatusStatements.park(connection, List.copyOf(unknown.values()));
        }
        changes.addRows(StatusStatements.raise(connection, collapsed, now));
    }

    /** An acceptance that came too late to be written still tells when the command has another message id. */
    void flagLate(Connection connection, List<Transition> transitions, Changes changes, Instant now)
            throws SQLException {
        var late = new ArrayList<Sighting>();
        for (var transition : transitions) {
            var wamid = transition.wamid();
            if (wamid != null && !changes.has(transition.row().id())) {
                late.add(new Sighting(transition.row().id(), wamid));
            }
        }
        if (!late.isEmpty()) {
            changes.addRows(StatusStatements.flagDuplicates(connection, late, now));
        }
    }

    /** Returns the message ids that found their command. */
    private Collection<String> matchByCallback(
            Connection connection, Collection<StatusReport> reports, Changes changes, Instant now) throws SQLException {
        Map<String, List<StatusReport>> byCommand = new HashMap<>();
        for (var report : reports) {
            var callback = report.callback();
            if (callback != null) {
                byCommand
                        .computeIfAbsent(callback.commandId(), _ -> new ArrayList<>())
                        .add(report);
            }
        }
        if (byCommand.isEmpty()) {
            return List.of();
        }
        var found = new HashSet<String>();
        var transitions = new ArrayList<Transition>();
        var adopted = new ArrayList<Sighting>();
        var others = new ArrayList<Sighting>();
        for (var row : StatusStatements.lock(connection, byCommand.keySet())) {
            var first = true;
            for (var report : byCommand.getOrDefault(row.id(), List.of())) {
                found.add(report.wamid());
                var sighting = new Sighting(row.id(), report.wamid());
                if (row.wamid() != null || !first) {
                    others.add(sighting);
                } else if (row.outcome() != null) {
                    adopted.add(sighting);
                } else {
                    transitions.add(settled(row, report, now));
                }
                first = false;
            }
        }
        changes.addAll(TransitionStatements.apply(connection, transitions, now));
        if (!adopted.isEmpty()) {
            StatusStatements.adopt(connection, adopted);
        }
        if (!others.isEmpty()) {
            changes.addRows(StatusStatements.flagDuplicates(connection, others, now));
        }
        return found;
    }

    /** A status proves that the message was accepted; a failed one, of an uncertain command, that it did not arrive. */
    private Transition settled(LedgerRow row, StatusReport report, Instant now) {
        if (report.status() == DeliveryStatus.FAILED && row.state() == LedgerState.UNCERTAIN && isLast(row, report)) {
            var attempt = new Aftermath.Try(
                    row.failures(), row.sentAsTemplate(), row.command().template() != null);
            var code = report.errorCode() == null ? UNKNOWN_ERROR : report.errorCode();
            var step = aftermath.afterFailedStatus(
                    attempt, code, ThreadLocalRandom.current().nextDouble());
            return Transition.of(row, step, now.plus(uncertainWait));
        }
        var outcome = row.sentAsTemplate() ? Outcome.SENT_AS_TEMPLATE : Outcome.SENT;
        var why = row.state() == LedgerState.CLAIMED ? null : "settled by a status webhook";
        return Transition.of(row, new NextStep.Finish(LedgerState.SENT, outcome, true, report.wamid(), null, why), now);
    }

    private static boolean isLast(LedgerRow row, StatusReport report) {
        var callback = report.callback();
        return callback != null && callback.attempt() == row.attempts();
    }
}
