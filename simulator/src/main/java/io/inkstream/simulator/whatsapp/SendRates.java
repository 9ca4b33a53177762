package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.http.TokenBucket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How fast a number may send: 80 a second in all, and one in 6 s to the same person with bursts of 45. */
@Component
final class SendRates {
    private static final double NUMBER_PER_SECOND = 80;
    private static final double PAIR_BURST = 45;
    private static final double PAIR_PER_SECOND = 1 / 6.0;

    private final Map<String, TokenBucket> numbers = new ConcurrentHashMap<>();
    private final Map<String, TokenBucket> pairs = new ConcurrentHashMap<>();

    /** Counts one message; the error when there were too many. */
    @Nullable
    GraphError take(String phoneNumberId, String recipient) {
        var number = numbers.computeIfAbsent(
                phoneNumberId, _ -> new TokenBucket(NUMBER_PER_SECOND, NUMBER_PER_SECOND, System::nanoTime));
        if (!number.take()) {
            return GraphErrors.THROUGHPUT;
        }
        var pair = pairs.computeIfAbsent(
                phoneNumberId + '/' + recipient, _ -> new TokenBucket(PAIR_BURST, PAIR_PER_SECOND, System::nanoTime));
        return pair.take() ? null : GraphErrors.PAIR_RATE;
    }
}
