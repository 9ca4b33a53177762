package io.inkstream.simulator.sheets;

import io.inkstream.simulator.google.GoogleRefusal;
import io.inkstream.simulator.settings.Settings;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** 60 reads and 60 writes per minute of the real clock; a batch call counts once. */
@Component
final class Quota {
    static final int WRITES = 60;
    static final int READS = 60;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Settings settings;
    private final Window reads = new Window(System::nanoTime);
    private final Window writes = new Window(System::nanoTime);

    Quota(Settings settings) {
        this.settings = settings;
    }

    void read() {
        count(reads, "Read", READS);
    }

    void write() {
        count(writes, "Write", WRITES);
    }

    private void count(Window window, String kind, int limit) {
        if (settings.current().sheetsQuota() && !window.take(limit)) {
            throw new GoogleRefusal(SheetsErrors.quota(kind, limit));
        }
    }

    /** A count that starts anew every minute. */
    private static final class Window {
        private final LongSupplier nanoTime;
        private long startedAt;
        private int count;

        Window(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            this.startedAt = nanoTime.getAsLong();
        }

        synchronized boolean take(int limit) {
            var now = nanoTime.getAsLong();
            if (now - startedAt >= MINUTE) {
                startedAt = now;
                count = 0;
            }
            if (count >= limit) {
                return false;
            }
            count++;
            return true;
        }
    }
}
