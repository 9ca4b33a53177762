package io.inkstream.admin.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** One token bucket per client: a steady rate with bursts. Keeps a bounded number of clients. Thread-safe. */
final class TokenBuckets {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double tokensPerNano;
    private final double burst;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets;

    /** {@code nanoTime}: the real clock; rates never follow business time. */
    TokenBuckets(double perSecond, int burst, int clientsMax, LongSupplier nanoTime) {
        this.tokensPerNano = perSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > clientsMax;
            }
        };
    }

    /** Takes a token; returns zero when there was one, else how long until the next. */
    synchronized Duration take(String client) {
        var bucket = filled(client);
        if (bucket.tokens >= 1) {
            bucket.tokens -= 1;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - bucket.tokens) / tokensPerNano));
    }

    /** Gives a token back that turned out not to be needed. */
    synchronized void giveBack(String client) {
        filled(client).tokens += 1; // above the burst it is cut when next looked at
    }

    private Bucket filled(String client) {
        long now = nanoTime.getAsLong();
        var bucket = buckets.computeIfAbsent(client, _ -> new Bucket(burst, now));
        bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.filledAt) * tokensPerNano);
        bucket.filledAt = now;
        return bucket;
    }

    private static final class Bucket {
        private double tokens;
        private long filledAt;

        Bucket(double tokens, long filledAt) {
            this.tokens = tokens;
            this.filledAt = filledAt;
        }
    }
}
