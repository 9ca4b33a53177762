package io.inkstream.sheets.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Tells whoever writes that rows have become due, so that a full batch does not wait for the clock; also ends every wait. */
public final class DueSignal {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long announced;
    private boolean released;

    public void announce(int rows) {
        lock.lock();
        try {
            announced += rows;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many rows were announced since the start. */
    public long announced() {
        lock.lock();
        try {
            return announced;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code total} rows were announced, {@code limit} has passed, or waiting was ended. */
    public void await(long total, Duration limit) throws InterruptedException {
        var left = limit.toNanos();
        lock.lock();
        try {
            while (announced < total && !released && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits the whole time, unless waiting was ended. */
    public void pause(Duration time) throws InterruptedException {
        await(Long.MAX_VALUE, time);
    }

    /** Ends all waits, now and later: the service stops. */
    public void release() {
        lock.lock();
        try {
            released = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean released() {
        lock.lock();
        try {
            return released;
        } finally {
            lock.unlock();
        }
    }
}
