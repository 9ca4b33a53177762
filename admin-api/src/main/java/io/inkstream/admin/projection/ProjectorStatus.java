package io.inkstream.admin.projection;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How the projector of this instance is doing, for readiness and metrics. */
public final class ProjectorStatus {

    /** What a projector thread does right now. */
    public sealed interface Activity {
        record Starting() implements Activity {}

        record Following() implements Activity {}

        /** The database is away; the thread retries without end. */
        record WaitingForDatabase(String why) implements Activity {}

        /** The tables have another format: a rebuild is under way. */
        record WaitingForRebuild() implements Activity {}

        /** The thread ended by itself: a restart is needed. */
        record Broken(String why) implements Activity {}
    }

    private final Map<Integer, Activity> activities = new ConcurrentHashMap<>();
    private final Map<String, Long> lag = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable String> logTooShort = new AtomicReference<>();

    void is(int thread, Activity activity) {
        activities.put(thread, activity);
    }

    /** {@code records}: how many records of the topic this instance has yet to project. */
    void lag(String topic, long records) {
        lag.put(topic, records);
    }

    /** The log ends before the place that the projection has read to: it is not the log that was projected. */
    void logTooShort(@Nullable String what) {
        logTooShort.set(what);
    }

    public boolean working() {
        return !activities.isEmpty()
                && activities.values().stream().allMatch(activity -> activity instanceof Activity.Following)
                && logTooShort.get() == null;
    }

    /** Records yet to be projected, all topics of this instance together. */
    public long lagTotal() {
        return lag.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In words, for health. */
    public Map<String, Object> details() {
        var details = new TreeMap<String, Object>();
        activities.forEach((thread, activity) -> details.put("thread " + thread, activity.toString()));
        details.put("lag", lagTotal());
        var tooShort = logTooShort.get();
        if (tooShort != null) {
            details.put("log", tooShort);
        }
        return details;
    }
}
