package io.inkstream.admin.live;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes threads when the projection has committed something, whichever instance did it. */
public final class CommitSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private long count;

    /** How many signals there were; take it before looking at the database, then wait for the next. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there was a signal after {@code seen}, at most {@code limit}; returns the present count. */
    public long awaitAfter(long seen, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long nanos = limit.toNanos();
            while (count == seen && nanos > 0) {
                nanos = committed.awaitNanos(nanos);
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    void raise() {
        lock.lock();
        try {
            count++;
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
