package io.inkstream.outbound.ledger;

import io.inkstream.outbound.Aftermath;
import io.inkstream.outbound.UncertainPolicy;
import io.inkstream.outbound.UncertainPolicy.Choice;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.OutboundCommand;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The ledger's operations, each one transaction. Whatever they return has been committed; changed rows are owed to Kafka
 * (see {@link OutboxStatements}) until {@link #write} is told that it has them.
 */
public final class Ledger {
    private static final int BATCH = 500;

    private final LedgerDatabase database;
    private final Clock businessClock;
    private final LedgerProperties properties;
    private final StatusMatching statuses;
    private final ClaimTerms terms;

    Ledger(LedgerDatabase database, Clock businessClock, LedgerProperties properties, Aftermath aftermath) {
        this.database = database;
        this.businessClock = businessClock;
        this.properties = properties;
        this.statuses = new StatusMatching(aftermath, properties.uncertainWait());
        var owner = properties.owner().isEmpty() ? UUID.randomUUID().toString() : properties.owner();
        this.terms = new ClaimTerms(owner, properties.lease(), properties.gapWait());
    }

    /** What a poll came to. {@code skipped}: commands that an opt-out has ended. */
    public record Accepted(List<Claim> claims, List<LedgerRow> skipped) {}

    /**
     * Takes in a poll: facts first, then commands, then what an opt-out ends; then claims the heads of these lanes.
     *
     * @param records all of the poll, for their facts
     * @param arrivals the commands among them
     */
    public Accepted accept(List<OutboundCommand> records, List<Arrival> arrivals, Collection<String> lanesToClaim) {
        var facts = KnownFacts.collapse(records);
        var optedOut = facts.stream().filter(KnownFacts::optedOut).toList();
        return database.inTransaction(connection -> {
            var now = businessClock.instant();
            IntakeStatements.learn(connection, facts);
            if (!arrivals.isEmpty()) {
                IntakeStatements.insert(connection, arrivals, now);
            }
            var skipped = optedOut.isEmpty()
                    ? List.<LedgerRow>of()
                    : IntakeStatements.skipOptedOut(connection, optedOut, now);
            OutboxStatements.owe(connection, skipped, skipped);
            var claims = lanesToClaim.isEmpty()
                    ? List.<Claim>of()
                    : ClaimStatements.claim(connection, lanesToClaim, terms, now);
            return new Accepted(claims, skipped);
        });
    }

    /** Claims what can be claimed of these lanes. */
    public List<Claim> claim(Collection<String> lanes) {
        return database.inTransaction(
                connection -> ClaimStatements.claim(connection, lanes, terms, businessClock.instant()));
    }

    /** Writes what became of claims, what statuses say, and what Kafka has. Returns the rows that changed. */
    public List<Written> write(
            List<Settlement> settlements, List<StatusReport> reports, List<Acknowledgement> acknowledged) {
        return database.inTransaction(connection -> {
            var changes = new Changes();
            var now = businessClock.instant();
            var settleAt = now.plus(properties.uncertainWait());
            var transitions = settlements.stream()
                    .map(settlement -> Transition.of(settlement.row(), settlement.step(), settleAt))
                    .toList();
            changes.addEnds(TransitionStatements.apply(connection, transitions, now));
            statuses.flagLate(connection, transitions, changes, now);
            statuses.apply(connection, reports, changes, now);
            OutboxStatements.owe(connection, changes.rows(), changes.ended());
            if (!acknowledged.isEmpty()) {
                OutboxStatements.settle(connection, acknowledged);
            }
            return changes.written();
        });
    }

    /** Claims that nobody has settled in time become uncertain: their request may have been made. */
    public List<Written> expireClaims() {
        return database.inTransaction(connection -> {
            var now = businessClock.instant();
            var settleAt = now.plus(properties.uncertainWait());
            var transitions = OverdueStatements.expiredClaims(connection).stream()
                    .map(row -> Transition.uncertain(
                            row, "the sender stopped while a request may have been made", settleAt))
                    .toList();
            return applied(connection, transitions);
        });
    }

    /** Uncertain commands without a status in time are sent again, or left to a person. */
    public List<Written> settleUncertain() {
        return database.inTransaction(connection -> {
            var transitions = OverdueStatements.uncertain(connection, businessClock.instant(), BATCH).stream()
                    .map(this::afterWaiting)
                    .toList();
            return applied(connection, transitions);
        });
    }

    /** A person's decision about an uncertain command; empty when it is not uncertain. */
    public List<Written> resolve(String commandId, Decision decision) {
        return database.inTransaction(connection -> {
            var transitions = StatusStatements.lock(connection, List.of(commandId)).stream()
                    .filter(row -> row.state() == LedgerState.UNCERTAIN)
                    .map(row -> decision.transition(row))
                    .toList();
            return applied(connection, transitions);
        });
    }

    public List<LaneRef> lateRetries(Duration late) {
        return database.inTransaction(connection -> OverdueStatements.lateRetries(connection, late, BATCH));
    }

    public List<LaneRef> servable(Collection<String> pausedStudios, Collection<String> heldNumbers) {
        return database.inTransaction(connection -> OverdueStatements.servable(connection, pausedStudios, heldNumbers));
    }

    /** Commands that have not moved for this long, and were not shown as they stand; they are owed to Kafka now. */
    public List<LedgerRow> announceWaiting(Duration unmoved) {
        return database.inTransaction(connection -> {
            var rows = OverdueStatements.unannounced(
                    connection, businessClock.instant().minus(unmoved), BATCH);
            OutboxStatements.owe(connection, rows, List.of());
            return rows;
        });
    }

    /** What Kafka should have acknowledged by now. */
    public List<Unpublished> unpublished(Duration age) {
        return database.inTransaction(connection -> OutboxStatements.overdue(connection, age, BATCH));
    }

    /** Drops what has been kept long enough. */
    public void purge() {
        database.inTransaction(
                connection -> OverdueStatements.forgetStatuses(connection, properties.parkedStatusesKept()));
        while (database.inTransaction(connection -> OverdueStatements.purge(connection, properties.keep(), BATCH))
                == BATCH) {
            Thread.yield();
        }
    }

    /** How many unfinished commands stand in each state, and since when the oldest uncertain one does. */
    public Census census() {
        return database.inTransaction(connection -> new Census(
                OverdueStatements.openByState(connection),
                OverdueStatements.oldestUncertain(connection).stream().findFirst()));
    }

    private Transition afterWaiting(LedgerRow row) {
        var choice = UncertainPolicy.afterWaiting(row.command().messageClass(), row.resends(), properties.resendsMax());
        return switch (choice) {
            case Choice.RESEND -> Transition.resend(row, "no status within the wait: sent again");
            case Choice.ASK_OPERATOR ->
                Transition.uncertain(row, "no status within the wait: an operator must decide", null);
        };
    }

    private List<Written> applied(Connection connection, List<Transition> transitions) throws SQLException {
        var changes = new Changes();
        changes.addEnds(TransitionStatements.apply(connection, transitions, businessClock.instant()));
        OutboxStatements.owe(connection, changes.rows(), changes.ended());
        return changes.written();
    }
}
