package io.inkstream.conversation.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream thread that died is replaced, a few times: most causes pass (a fenced producer, a broker restart). A fault
 * that comes back at once would be retried for ever, so then the client is shut down and readiness fails, which the
 * orchestrator and the alert see.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    static final int REPLACEMENTS_MAX = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(ThreadReplacement.class);

    private final InstantSource clock;
    private final Deque<Instant> replacements = new ArrayDeque<>();

    ThreadReplacement(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable fault) {
        var now = clock.instant();
        while (!replacements.isEmpty() && replacements.getFirst().isBefore(now.minus(WITHIN))) {
            replacements.removeFirst();
        }
        if (replacements.size() >= REPLACEMENTS_MAX) {
            log.atError()
                    .addKeyValue("attempt", replacements.size())
                    .setCause(fault)
                    .log("stream threads keep dying, the processor stops");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replacements.addLast(now);
        log.atWarn()
                .addKeyValue("attempt", replacements.size())
                .setCause(fault)
                .log("a stream thread died and is replaced");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
