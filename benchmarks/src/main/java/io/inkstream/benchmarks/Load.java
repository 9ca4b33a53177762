package io.inkstream.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Drives one URL: at a fixed rate whatever the answers do, or as fast as a number of connections goes. */
final class Load {
    private static final long HIGHEST_US = Duration.ofMinutes(2).toNanos() / 1_000;

    private final URI target;
    private final int connections;

    Load(URI target, int connections) {
        this.target = target;
        this.connections = connections;
    }

    /** What came of it. Latencies in microseconds, counted from when each request was due; the first was due at {@code beginEpochMicros}. */
    record Result(
            long sent, long ok, long refused, long failed, Duration took, Histogram latencyUs, long beginEpochMicros) {
        double perSecond() {
            return ok / (took.toNanos() / 1e9);
        }

        double millis(double percentile) {
            return latencyUs.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /** Makes the request number n; called on the sending thread, each of which has a {@link Webhooks} of its own. */
    interface Maker {
        Request make(Webhooks webhooks, long number);
    }

    /**
     * Open loop: request n is due at n / rate. When the server is slow, requests wait in line and their waiting counts
     * (no coordinated omission).
     */
    Result atRate(int perSecond, Duration length, Maker maker) throws InterruptedException {
        var interval = 1e9 / perSecond;
        return run(number -> (long) (number * interval), perSecond * length.toSeconds(), null, maker);
    }

    /** Closed loop: every connection sends its next request when it has its answer. */
    Result asFastAsPossible(Duration length, Maker maker) throws InterruptedException {
        return run(null, Long.MAX_VALUE, length, maker);
    }

    /** Every connection sends one request at the same instant. */
    Result allAtOnce(Maker maker) throws InterruptedException {
        return run(number -> 0L, connections, null, maker);
    }

    private Result run(@Nullable LongFunction<Long> dueNanos, long count, @Nullable Duration length, Maker maker)
            throws InterruptedException {
        var latency = new ConcurrentHistogram(HIGHEST_US, 3);
        var next = new AtomicLong();
        var counts = new Counts();
        var open = open();
        var begin = System.nanoTime() + Duration.ofMillis(200).toNanos();
        var beginEpochMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + 200_000;
        var end = length == null ? Long.MAX_VALUE : begin + length.toNanos();
        var workers = new ArrayList<Thread>();
        for (var connection : open) {
            workers.add(Thread.ofPlatform().start(() -> {
                var webhooks = new Webhooks();
                for (var number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    var due = begin + (dueNanos == null ? 0 : dueNanos.apply(number));
                    waitUntil(due);
                    var from = dueNanos == null ? System.nanoTime() : due;
                    if (from >= end) {
                        return;
                    }
                    counts.add(send(connection, maker.make(webhooks, number)));
                    latency.recordValue(Math.min((System.nanoTime() - from) / 1_000, HIGHEST_US));
                }
            }));
        }
        for (var worker : workers) {
            worker.join();
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        for (var connection : open) {
            close(connection);
        }
        return new Result(
                counts.total(),
                counts.ok.get(),
                counts.refused.get(),
                counts.failed.get(),
                took,
                latency,
                beginEpochMicros);
    }

    private List<HttpConnection> open() {
        var open = new ArrayList<HttpConnection>();
        try {
            for (var index = 0; index < connections; index++) {
                open.add(new HttpConnection(target));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot connect to " + target, e);
        }
        return open;
    }

    private static int send(HttpConnection connection, Request request) {
        try {
            return connection.post(request);
        } catch (IOException e) {
            return -1;
        }
    }

    private static void close(HttpConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void waitUntil(long nanos) {
        for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static final class Counts {
        private static final int OK = 200;
        private static final int UNAVAILABLE = 503;

        private final AtomicLong ok = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();

        void add(int status) {
            switch (status) {
                case OK -> ok.incrementAndGet();
                case UNAVAILABLE -> refused.incrementAndGet();
                default -> failed.incrementAndGet();
            }
        }

        long total() {
            return ok.get() + refused.get() + failed.get();
        }
    }
}
