package io.inkstream.simulator.whatsapp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.springframework.stereotype.Component;

/** The newest accepted sends with the real time of each, cheap enough for load runs to measure by. */
@Component
final class AcceptedLog {
    private static final int KEPT = 1 << 17;

    private final AtomicReferenceArray<Accepted> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong total = new AtomicLong();

    private record Accepted(long index, String to, long epochMicros) {}

    void add(SentMessage message) {
        var index = total.getAndIncrement();
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        ring.set((int) (index % KEPT), new Accepted(index, message.to(), micros));
    }

    /** How many sends were accepted since the start of the process. */
    long total() {
        return total.get();
    }

    /** Lines {@code index,to,epochMicros} from that index on; what fell out of the ring is missing. */
    String since(long from) {
        var upTo = total.get();
        var lines = new StringBuilder();
        for (var index = Math.max(from, upTo - KEPT); index < upTo; index++) {
            var accepted = ring.get((int) (index % KEPT));
            if (accepted == null || accepted.index() != index) {
                break; // counted, not yet written: the next call has it
            }
            lines.append(index)
                    .append(',')
                    .append(accepted.to())
                    .append(',')
                    .append(accepted.epochMicros())
                    .append('\n');
        }
        return lines.toString();
    }
}
