package io.inkstream.sheets;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps at most {@code callsMax} calls in any span of {@code window}. A token bucket of that rate would let nearly twice as
 * many through in the minute after a pause, and Google would count them. Not thread-safe; times are nanoseconds of any origin.
 */
public final class WriteWindow {
    private final int callsMax;
    private final long windowNanos;
    private final Deque<Long> calls = new ArrayDeque<>();

    public WriteWindow(int callsMax, Duration window) {
        this.callsMax = callsMax;
        this.windowNanos = window.toNanos();
    }

    /** Takes a place for a call now and returns zero, or returns how long to wait before asking again. */
    public Duration take(long nowNanos) {
        while (!calls.isEmpty() && nowNanos - calls.getFirst() >= windowNanos) {
            calls.removeFirst();
        }
        if (calls.size() < callsMax) {
            calls.addLast(nowNanos);
            return Duration.ZERO;
        }
        return Duration.ofNanos(calls.getFirst() + windowNanos - nowNanos);
    }
}
