package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ledger.Decision;
import io.inkstream.outbound.ledger.Ledger;

/** Carries out what people decide about uncertain commands. */
public final class OperatorDecisions {
    private final Ledger ledger;
    private final Lanes lanes;
    private final LedgerWriter writer;

    OperatorDecisions(Ledger ledger, Lanes lanes, LedgerWriter writer) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.writer = writer;
    }

    /** False when the command is not uncertain (any more). */
    public boolean decide(String commandId, Decision decision) {
        var changes = ledger.resolve(commandId, decision);
        writer.announce(changes);
        changes.changes().forEach(change -> LedgerWriter.wake(lanes, change));
        return !changes.isEmpty();
    }
}
