package io.inkstream.outbound.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times between two moments of each command. */
final class Latencies {
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final List<Long> nanos = new ArrayList<>();

    void begins(String commandId) {
        begun.put(commandId, System.nanoTime());
    }

    void ends(String commandId) {
        var start = begun.remove(commandId);
        if (start != null) {
            synchronized (nanos) {
                nanos.add(System.nanoTime() - start);
            }
        }
    }

    void clear() {
        begun.clear();
        synchronized (nanos) {
            nanos.clear();
        }
    }

    @Override
    public String toString() {
        synchronized (nanos) {
            if (nanos.isEmpty()) {
                return "-";
            }
            var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return "p50 %.1f p95 %.1f p99 %.1f ms"
                    .formatted(quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 0.99));
        }
    }

    private static double quantile(long[] sorted, double q) {
        return sorted[(int) (q * (sorted.length - 1))] / 1e6;
    }
}
