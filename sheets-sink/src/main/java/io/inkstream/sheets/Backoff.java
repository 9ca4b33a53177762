package io.inkstream.sheets;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Google's advice: wait 2^n seconds plus up to one second at random, never more than a maximum. */
public record Backoff(Duration max) {
    private static final int EXPONENT_MAX = 16;
    private static final int JITTER_MILLIS = 1_000;

    /**
     * How long to wait before the next attempt.
     *
     * @param failures in a row so far, from 1
     * @param retryAfter what the server asked for: never waited less, but no longer than an hour
     */
    public Duration wait(int failures, Optional<Duration> retryAfter, RandomGenerator random) {
        var exponential = Duration.ofSeconds(1L << Math.min(failures - 1, EXPONENT_MAX))
                .plusMillis(random.nextInt(JITTER_MILLIS + 1));
        var own = exponential.compareTo(max) < 0 ? exponential : max;
        var asked = retryAfter.filter(wanted -> wanted.compareTo(Duration.ofHours(1)) <= 0);
        return asked.filter(wanted -> wanted.compareTo(own) > 0).orElse(own);
    }
}
