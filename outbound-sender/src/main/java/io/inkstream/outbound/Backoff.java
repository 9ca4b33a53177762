package io.inkstream.outbound;

import io.inkstream.outbound.Reaction.Spacing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a refused command waits. Delays vary by a fifth either way, so that a crowd that failed together does not come
 * back together.
 *
 * @param first the first delay of steady spacing
 * @param longest no computed delay is longer
 * @param longestAsked no {@code Retry-After} is believed beyond this
 */
public record Backoff(Duration first, Duration longest, Duration longestAsked) {
    private static final Duration SLOW_FIRST = Duration.ofMinutes(1);
    private static final Duration PAIR_FIRST = Duration.ofSeconds(1);
    private static final int STEADY_FACTOR = 2;
    private static final int PAIR_FACTOR = 4;
    private static final double JITTER = 0.2;

    /**
     * The wait after a failure.
     *
     * @param failures how many tries of this command failed in a row before this one
     * @param asked the response's Retry-After; the longer of both counts
     * @param chance in [0, 1)
     */
    public Duration delay(Spacing spacing, int failures, @Nullable Duration asked, double chance) {
        var computed = min(
                switch (spacing) {
                    case STEADY, NUMBER -> grown(first, STEADY_FACTOR, failures);
                    case PAIR -> grown(PAIR_FIRST, PAIR_FACTOR, failures);
                    case SLOW -> grown(SLOW_FIRST, STEADY_FACTOR, failures);
                },
                longest);
        var factor = 1 - JITTER + 2 * JITTER * chance;
        var jittered = Duration.ofMillis(Math.round(computed.toMillis() * factor));
        return asked == null ? jittered : max(jittered, min(asked, longestAsked));
    }

    private Duration grown(Duration start, int factor, int failures) {
        var delay = start;
        for (var i = 0; i < failures && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(factor);
        }
        return delay;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
