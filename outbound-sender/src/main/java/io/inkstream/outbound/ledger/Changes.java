package io.inkstream.outbound.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows one transaction has changed, each in its last revision. */
final class Changes {
    private final Map<String, Written> byId = new LinkedHashMap<>();

    void addAll(Collection<Written> changes) {
        changes.forEach(change -> byId.merge(change.row().id(), change, Changes::newest));
    }

    void addRows(Collection<LedgerRow> rows) {
        rows.forEach(row -> byId.merge(row.id(), Written.changed(row), Changes::newest));
    }

    boolean has(String commandId) {
        return byId.containsKey(commandId);
    }

    Collection<LedgerRow> ended() {
        return byId.values().stream().filter(Written::ended).map(Written::row).toList();
    }

    List<Written> written() {
        return List.copyOf(byId.values());
    }

    private static Written newest(Written known, Written newer) {
        return new Written(newer.row(), known.ended() || newer.ended(), known.more() || newer.more());
    }
}
