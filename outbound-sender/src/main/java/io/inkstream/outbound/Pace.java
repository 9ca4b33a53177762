package io.inkstream.outbound;

import java.time.Duration;

/**
 * A token bucket, kept as the one moment at which it would be full again: {@code burst} tokens, one more each
 * {@code interval}. Moments are nanoseconds of a monotonic clock. A zero interval means no limit.
 */
public final class Pace {
    private final long intervalNanos;
    private final long allowance;

    public Pace(Duration interval, int burst) {
        this.intervalNanos = interval.toNanos();
        this.allowance = intervalNanos * (burst - 1);
    }

    public boolean unlimited() {
        return intervalNanos == 0;
    }

    /** How long until a token is there; 0 when one is. {@code fullAt}: as {@link #take} returned it, or now. */
    public long waitNanos(long fullAt, long now) {
        return Math.max(0, fullAt - now - allowance);
    }

    /** The state after taking one token. {@code weight}: 2 while the limit is halved. */
    public long take(long fullAt, long now, int weight) {
        return Math.max(fullAt, now) + intervalNanos * weight;
    }

    /** How many tokens are there. {@code weight}: 2 while the limit is halved. */
    public int available(long fullAt, long now, int weight) {
        var debt = Math.max(0, fullAt - now);
        return unlimited()
                ? Integer.MAX_VALUE
                : debt > allowance ? 0 : (int) ((allowance - debt) / (intervalNanos * weight)) + 1;
    }

    /** The state after giving one back that was not used. */
    public long giveBack(long fullAt) {
        return fullAt - intervalNanos;
    }
}
