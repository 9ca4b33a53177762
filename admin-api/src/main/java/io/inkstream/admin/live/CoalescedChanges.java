package io.inkstream.admin.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Many changes told as one: the ids of each kind, up to a limit, beyond it only that there were more. Pure. */
final class CoalescedChanges {
    static final int IDS_MAX = 200;

    private final Map<String, Set<String>> ids = new TreeMap<>();
    private final Set<String> overflown = new LinkedHashSet<>();
    private final Map<String, Object> other = new TreeMap<>();

    private CoalescedChanges() {}

    static Map<String, Object> of(List<ChangeReader.Change> changes) {
        var coalesced = new CoalescedChanges();
        for (var change : changes) {
            change.data().properties().forEach(entry -> coalesced.add(entry.getKey(), entry.getValue()));
        }
        return coalesced.told();
    }

    private void add(String kind, JsonNode value) {
        var listed = value.path("ids");
        if (!listed.isArray()) {
            other.put(kind, value); // the newest word on it
            return;
        }
        var all = ids.computeIfAbsent(kind, _ -> new LinkedHashSet<>());
        for (var id : listed) {
            if (all.size() >= IDS_MAX && !all.contains(id.asString())) {
                overflown.add(kind);
                break;
            }
            all.add(id.asString());
        }
        if (value.path("more").asBoolean(false)) {
            overflown.add(kind);
        }
    }

    private Map<String, Object> told() {
        Map<String, Object> told = new TreeMap<>(other);
        ids.forEach((kind, all) -> told.put(kind, Map.of("ids", List.copyOf(all), "more", overflown.contains(kind))));
        return told;
    }
}
