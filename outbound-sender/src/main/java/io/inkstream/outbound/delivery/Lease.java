package io.inkstream.outbound.delivery;

import java.time.Duration;

/**
 * How long this process may still begin the request of a claim: so that it can be over before the lease is. By the
 * monotonic clock and by the wall clock, whichever says stop first: one of them stands still while a machine sleeps.
 */
final class Lease {
    private final long nanosEnd;
    private final long millisEnd;

    private Lease(long nanosEnd, long millisEnd) {
        this.nanosEnd = nanosEnd;
        this.millisEnd = millisEnd;
    }

    /** To be called before the claim is asked for. {@code requestTimeout} must be shorter than {@code length}. */
    static Lease starting(Duration length, Duration requestTimeout) {
        var usable = length.minus(requestTimeout);
        return new Lease(System.nanoTime() + usable.toNanos(), System.currentTimeMillis() + usable.toMillis());
    }

    boolean allowsToBegin() {
        return System.nanoTime() < nanosEnd && System.currentTimeMillis() < millisEnd;
    }
}
