package io.inkstream.sheets.flush;

import io.inkstream.sheets.store.DueSignal;
import io.inkstream.sheets.store.Leadership;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs one worker per sheet, so that a slow or blocked one holds up no other. */
final class SheetsFlush implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SheetsFlush.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Map<String, SheetWorker> workers;
    private final DueSignal signal;
    private final Leadership leadership;
    private volatile List<Thread> threads = List.of();

    SheetsFlush(Map<String, SheetWorker> workers, DueSignal signal, Leadership leadership) {
        this.workers = Map.copyOf(workers);
        this.signal = signal;
        this.leadership = leadership;
    }

    @Override
    public void start() {
        threads = workers.entrySet().stream()
                .map(worker ->
                        Thread.ofVirtual().name("sheet-" + worker.getKey()).start(worker.getValue()))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Lets a call that is under way end, since its outcome would be unknown otherwise, but not for ever. */
    @Override
    public void stop() {
        signal.release();
        try {
            for (var thread : threads) {
                if (!thread.join(STOP_LIMIT)) {
                    thread.interrupt();
                }
            }
            leadership.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            log.atDebug().setCause(e).log("writer lock goes with its connection");
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return threads.stream().anyMatch(Thread::isAlive);
    }
}
