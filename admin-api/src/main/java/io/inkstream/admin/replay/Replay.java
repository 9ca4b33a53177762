package io.inkstream.admin.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One rebuild, running or over. */
record Replay(
        long id,
        State state,
        String askedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        ReplayProgress progress) {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
