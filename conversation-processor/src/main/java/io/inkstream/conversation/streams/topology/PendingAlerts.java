package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.system.SystemEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Alerts of the settings thread, which cannot write to a topic, on their way to a task that can. */
final class PendingAlerts {
    private final ConcurrentLinkedQueue<SystemEvent> waiting = new ConcurrentLinkedQueue<>();

    void add(SystemEvent alert) {
        waiting.add(alert);
    }

    /** Takes all that wait; each is handed out once. */
    List<SystemEvent> take() {
        var taken = new ArrayList<SystemEvent>();
        for (var alert = waiting.poll(); alert != null; alert = waiting.poll()) {
            taken.add(alert);
        }
        return taken;
    }
}
