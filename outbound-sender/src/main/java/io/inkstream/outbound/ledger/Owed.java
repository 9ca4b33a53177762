package io.inkstream.outbound.ledger;

import java.util.List;

/**
 * What one transaction has changed, and owes to Kafka until {@link Ledger#write} is told that Kafka has all of it.
 *
 * @param debt its number in the outbox; nothing is owed when there are no changes
 */
public record Owed(long debt, List<Written> changes) {
    static final Owed NOTHING = new Owed(0, List.of());

    public Owed {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
