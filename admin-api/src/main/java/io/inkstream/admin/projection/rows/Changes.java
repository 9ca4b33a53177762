package io.inkstream.admin.projection.rows;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which things a batch changed, for viewers: ids up to a limit, beyond it only that there were more. */
public final class Changes {

    /** Above this a viewer reads its list again anyway, so the ids would be waste. */
    public static final int IDS_MAX = 200;

    /** The kinds of things that a viewer follows. */
    public enum Kind {
        LEADS,
        OUTBOUND,
        COMMANDS,
        CONTACTS,
        DEAD_LETTERS,
        SYSTEM_EVENTS,
        STUDIOS
    }

    /** Ids of one kind; {@code more}: others changed too. */
    public record Ids(Set<String> ids, boolean more) {
        public Ids {
            ids = Set.copyOf(ids);
        }
    }

    private final Map<Kind, Set<String>> changed = new EnumMap<>(Kind.class);

    void add(Kind kind, String id) {
        var ids = changed.computeIfAbsent(kind, _ -> new LinkedHashSet<>());
        if (ids.size() <= IDS_MAX) {
            ids.add(id);
        }
    }

    public boolean isEmpty() {
        return changed.isEmpty();
    }

    public Map<Kind, Ids> byKind() {
        var result = new EnumMap<Kind, Ids>(Kind.class);
        changed.forEach((kind, ids) -> {
            boolean more = ids.size() > IDS_MAX;
            result.put(
                    kind, new Ids(more ? Set.copyOf(ids.stream().limit(IDS_MAX).toList()) : ids, more));
        });
        return result;
    }
}
