package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ledger.LaneRef;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The lanes that wait for one number: reminders after all others, each kind in order of arrival. Guarded by {@link Lanes}. */
final class WaitingLanes {
    private final SequencedMap<String, LaneRef> prompt = new LinkedHashMap<>();
    private final SequencedMap<String, LaneRef> patient = new LinkedHashMap<>();

    void add(LaneRef lane) {
        if (!lane.patient()) {
            patient.remove(lane.lane());
            prompt.putIfAbsent(lane.lane(), lane);
        } else if (!prompt.containsKey(lane.lane())) {
            patient.putIfAbsent(lane.lane(), lane);
        }
    }

    @Nullable
    LaneRef pollFirst() {
        var first = prompt.isEmpty() ? patient.pollFirstEntry() : prompt.pollFirstEntry();
        return first == null ? null : first.getValue();
    }

    /** Whether this one, if it came now, would have to wait behind others. */
    boolean before(LaneRef lane) {
        return lane.patient() ? !isEmpty() : !prompt.isEmpty();
    }

    boolean isEmpty() {
        return prompt.isEmpty() && patient.isEmpty();
    }

    int size() {
        return prompt.size() + patient.size();
    }
}
