package io.inkstream.conversation.streams.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When a stream thread commits. A commit costs the same for one record as for a thousand: markers on every partition that
 * was written. So inputs that just arrived are committed soon, since a client waits for the reply, and inputs that waited
 * on the topic already are left to Kafka Streams' own, longer interval, which is how a backlog is worked off. In between,
 * an input that waited for some time may wait as long again: on a busy machine commits cost more than what they commit, and
 * more of them only make everybody wait.
 *
 * <p>One for all tasks, because a commit is one of the whole thread: what is kept per thread is when it was last asked to.
 */
final class CommitPace {
    /**
     * How long an input may have been on the topic and still count as new. By the broker's clock and ours: when these
     * differ by more, commits come at the longer interval only.
     */
    static final Duration NEW = Duration.ofMillis(300);

    private final long betweenNanos;
    private final LongSupplier nanoTime;
    private final ThreadLocal<LastAsked> lastAsked = ThreadLocal.withInitial(LastAsked::new);

    /** @param between commits of new inputs on one thread, at least; longer for inputs that have waited longer than that */
    CommitPace(Duration between, LongSupplier nanoTime) {
        this.betweenNanos = between.toNanos();
        this.nanoTime = nanoTime;
    }

    private static final class LastAsked {
        private boolean ever;
        private long at;
    }

    /** For one task; {@code askToCommit} has the whole thread commit as soon as it can. */
    OfTask ofTask(Runnable askToCommit) {
        return new OfTask(askToCommit);
    }

    /** How often {@link OfTask#lookAgain} should be called. */
    Duration lookEvery() {
        return Duration.ofNanos(betweenNanos / 2);
    }

    /** What one task has written that waits for a commit. */
    final class OfTask {
        private final Runnable askToCommit;
        private boolean waiting;
        private long waitingSince;
        private long paceNanos = betweenNanos;

        private OfTask(Runnable askToCommit) {
            this.askToCommit = askToCommit;
        }

        /** An input was processed that had been on its topic for {@code ageMs}. */
        void processed(long ageMs) {
            if (ageMs > NEW.toMillis()) {
                return;
            }
            if (!waiting) {
                waiting = true;
                waitingSince = nanoTime.getAsLong();
            }
            paceNanos = Math.max(betweenNanos, TimeUnit.MILLISECONDS.toNanos(ageMs));
            lookAgain();
        }

        /** Asks for the commit once it is due, unless another task of the thread has done so in between. */
        void lookAgain() {
            if (!waiting) {
                return;
            }
            var thread = lastAsked.get();
            if (thread.ever && thread.at - waitingSince > 0) {
                waiting = false;
                return;
            }
            var now = nanoTime.getAsLong();
            if (!thread.ever || now - thread.at >= paceNanos) {
                thread.ever = true;
                thread.at = now;
                waiting = false;
                askToCommit.run();
            }
        }
    }
}
