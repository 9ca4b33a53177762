package io.inkstream.admin.deadletters;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A redrive and how far it is.
 *
 * @param id absent for a dry run, which leaves no trace
 * @param total letters to send again
 * @param byTopic where they go
 */
record Redrive(
        @Nullable Long id,
        State state,
        String askedBy,
        @Nullable String reason,
        int found,
        int total,
        int quarantined,
        int notRepeatable,
        Map<String, Integer> byTopic,
        int sent,
        @Nullable String error,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How it stands. */
    enum State {
        DRY_RUN,
        RUNNING,
        DONE,
        FAILED
    }

    static Redrive dryRun(String askedBy, RedrivePlan plan) {
        return new Redrive(
                null,
                State.DRY_RUN,
                askedBy,
                null,
                plan.found(),
                plan.steps().size(),
                plan.quarantined(),
                plan.notRepeatable(),
                plan.byTopic(),
                0,
                null,
                null,
                null);
    }
}
