package io.inkstream.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lead's one alarm clock. Stages of the current status come due one after the other; see {@link Stages}.
 *
 * @param generation of the newest alarm; an alarm of another generation is stale
 * @param dueAt when the newest alarm goes off; absent when none is set
 * @param stage how many stages of the status are over
 */
record Clock(long generation, @Nullable Instant dueAt, int stage) {
    static final Clock STOPPED = new Clock(0, null, 0);

    Clock set(Instant newDueAt) {
        return new Clock(generation + 1, newDueAt, stage);
    }

    Clock stopped() {
        return new Clock(generation, null, stage);
    }

    Clock atStage(int newStage) {
        return new Clock(generation, dueAt, newStage);
    }
}
