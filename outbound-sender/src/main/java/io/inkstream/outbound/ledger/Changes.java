package io.inkstream.outbound.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows one transaction has changed, each in its last revision. */
final class Changes {
    private final Map<String, Written> byId = new HashMap<>();
    private final Map<String, LedgerRow> ended = new HashMap<>();

    /** Transitions: those with an outcome have just ended. */
    void addEnds(List<Written> written) {
        for (var change : written) {
            byId.merge(change.row().id(), change, Changes::newest);
            if (change.row().outcome() != null) {
                ended.put(change.row().id(), change.row());
            }
        }
    }

    void add(List<LedgerRow> rows) {
        rows.forEach(row -> byId.merge(row.id(), new Written(row, false, false), Changes::newest));
    }

    boolean has(String commandId) {
        return byId.containsKey(commandId);
    }

    Collection<LedgerRow> rows() {
        return byId.values().stream().map(Written::row).toList();
    }

    Collection<LedgerRow> ended() {
        return ended.values();
    }

    List<Written> written() {
        return byId.values().stream()
                .map(change ->
                        ended.containsKey(change.row().id()) ? new Written(change.row(), true, change.more()) : change)
                .toList();
    }

    private static Written newest(Written known, Written newer) {
        return new Written(newer.row(), known.ended() || newer.ended(), known.more() || newer.more());
    }
}
