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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger's operations, each one transaction. Whatever they return has been committed; changed rows are {@link Owed} to
 * Kafka until {@link #write} is told that it has them.
 */
public final class Ledger {
    private static final int BATCH = 500;
    /** Each may speak of a whole batch. */
    private static final int DEBTS = 20;

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

    /** What a poll came to. {@code changed}: commands that an opt-out has ended, or a person has sent back to their places. */
    public record Accepted(List<Claim> claims, Owed changed) {}

    /**
     * Takes in a poll: facts first, then commands, then what people redrive, then what an opt-out ends; then claims the heads
     * of these lanes.
     *
     * @param records all of the poll, for their facts
     * @param arrivals the commands among them
     * @param redrives those among them that a person wants to have sent again
     */
    public Accepted accept(
            List<OutboundCommand> records,
            List<Arrival> arrivals,
            List<Redrive> redrives,
            Collection<String> lanesToClaim) {
        var facts = KnownFacts.collapse(records);
        var optedOut = facts.stream().anyMatch(KnownFacts::optedOut);
        return database.inTransaction(connection -> {
            var now = businessNow();
            IntakeStatements.learn(connection, facts);
            var claims = arrivals.isEmpty()
                    ? new ArrayList<Claim>()
                    : IntakeStatements.insert(connection, arrivals, Set.copyOf(lanesToClaim), terms, now);
            var changes = new Changes();
            if (!redrives.isEmpty()) {
                changes.addAll(IntakeStatements.reopen(connection, redrives, now));
            }
            if (optedOut) {
                changes.addAll(IntakeStatements.skipOptedOut(connection, records, now));
            }
            claims.addAll(claimTheRest(connection, lanesToClaim, claims, now));
            return new Accepted(claims, OutboxStatements.owe(connection, changes.written()));
        });
    }

    /** Lanes whose new command was not their head, or not new. */
    private List<Claim> claimTheRest(
            Connection connection, Collection<String> lanesToClaim, List<Claim> claims, Instant now)
            throws SQLException {
        var rest = new HashSet<>(lanesToClaim);
        claims.forEach(claim -> rest.remove(claim.row().command().lane()));
        return rest.isEmpty() ? List.of() : ClaimStatements.claim(connection, rest, terms, now);
    }

    /** Claims what can be claimed of these lanes. */
    public List<Claim> claim(Collection<String> lanes) {
        return database.inTransaction(connection -> ClaimStatements.claim(connection, lanes, terms, businessNow()));
    }

    /** Writes what became of claims, what statuses say, and which debts Kafka has all of. Returns the rows that changed. */
    public Owed write(List<Settlement> settlements, List<StatusReport> reports, Collection<Long> settledDebts) {
        return database.inTransaction(connection -> {
            var changes = new Changes();
            var now = businessNow();
            var settleAt = now.plus(properties.uncertainWait());
            var transitions = settlements.stream()
                    .map(settlement -> Transition.of(settlement.row(), settlement.step(), settleAt))
                    .toList();
            changes.addAll(TransitionStatements.apply(connection, transitions, now));
            statuses.flagLate(connection, transitions, changes, now);
            statuses.apply(connection, reports, changes, now);
            if (!settledDebts.isEmpty()) {
                OutboxStatements.settle(connection, settledDebts);
            }
            return OutboxStatements.owe(connection, changes.written());
        });
    }

    /** Claims that nobody has settled in time become uncertain: their request may have been made. */
    public Owed expireClaims() {
        return database.inTransaction(connection -> {
            var now = businessNow();
            var settleAt = now.plus(properties.uncertainWait());
            var transitions = OverdueStatements.expiredClaims(connection).stream()
                    .map(row -> Transition.uncertain(
                            row, "the sender stopped while a request may have been made", settleAt))
                    .toList();
            return applied(connection, transitions);
        });
    }

    /** Uncertain commands without a status in time are sent again, or left to a person. */
    public Owed settleUncertain() {
        return database.inTransaction(connection -> {
            var transitions = OverdueStatements.uncertain(connection, businessNow(), BATCH).stream()
                    .map(this::afterWaiting)
                    .toList();
            return applied(connection, transitions);
        });
    }

    /** A person's decision about an uncertain command; empty when it is not uncertain. */
    public Owed resolve(String commandId, Decision decision) {
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
    public Owed announceWaiting(Duration unmoved) {
        return database.inTransaction(connection -> {
            var rows = OverdueStatements.unannounced(connection, businessNow().minus(unmoved), BATCH);
            return OutboxStatements.owe(
                    connection, rows.stream().map(Written::changed).toList());
        });
    }

    /** What Kafka should have acknowledged by now. */
    public List<Owed> unpublished(Duration age) {
        return database.inTransaction(connection -> OutboxStatements.overdue(connection, age, DEBTS));
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

    /** What is unfinished. */
    public Census census() {
        return database.inTransaction(OverdueStatements::census);
    }

    private Transition afterWaiting(LedgerRow row) {
        var choice = UncertainPolicy.afterWaiting(row.command().messageClass(), row.resends(), properties.resendsMax());
        return switch (choice) {
            case Choice.RESEND -> Transition.resend(row, "no status within the wait: sent again");
            case Choice.ASK_OPERATOR ->
                Transition.uncertain(row, "no status within the wait: an operator must decide", null);
        };
    }

    private Owed applied(Connection connection, List<Transition> transitions) throws SQLException {
        return OutboxStatements.owe(connection, TransitionStatements.apply(connection, transitions, businessNow()));
    }

    /** As PostgreSQL keeps it: a row in memory and the same row read back are equal. */
    private Instant businessNow() {
        return businessClock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
