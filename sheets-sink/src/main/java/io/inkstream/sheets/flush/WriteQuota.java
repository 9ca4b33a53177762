package io.inkstream.sheets.flush;

import io.inkstream.sheets.WriteWindow;
import io.inkstream.sheets.store.DueSignal;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The minute's write calls, shared by all tabs, by the real clock. Waiting happens outside the lock. */
final class WriteQuota {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Lock lock = new ReentrantLock();
    private final WriteWindow window;
    private final DueSignal signal;

    WriteQuota(int writesPerMinute, DueSignal signal) {
        this.window = new WriteWindow(writesPerMinute, MINUTE);
        this.signal = signal;
    }

    /** Waits for a place, and returns how long that took. Throws InterruptedException also when the service stops. */
    Duration take() throws InterruptedException {
        var began = System.nanoTime();
        var wait = tryTake();
        while (wait.isPositive()) {
            signal.pause(wait);
            if (signal.released()) {
                throw new InterruptedException("the service stops");
            }
            wait = tryTake();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Duration tryTake() {
        lock.lock();
        try {
            return window.take(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }
}
