package io.inkstream.sheets.flush;

import io.inkstream.schemas.system.SystemEvent.Level;
import io.inkstream.sheets.Backoff;
import io.inkstream.sheets.CallFailure;
import io.inkstream.sheets.CallFailure.Blocked;
import io.inkstream.sheets.CallFailure.Cause;
import io.inkstream.sheets.CallFailure.OutsideGrid;
import io.inkstream.sheets.CallFailure.Refused;
import io.inkstream.sheets.CallFailure.Throttled;
import io.inkstream.sheets.CallFailure.Unavailable;
import io.inkstream.sheets.LeadColumns;
import io.inkstream.sheets.PayloadLimit;
import io.inkstream.sheets.google.CallFailed;
import io.inkstream.sheets.google.Grid;
import io.inkstream.sheets.kafka.Alerts;
import io.inkstream.sheets.store.DueRows;
import io.inkstream.sheets.store.DueSignal;
import io.inkstream.sheets.store.Leadership;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps one studio's tab up to date: writes what is due, waits for more, and after a failure tries again for as long as it
 * takes. Nothing is kept in memory that a restart could lose. Runs on a thread of its own.
 */
final class SheetWorker implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SheetWorker.class);

    /** Grown in steps, so that a busy sheet is not extended with every batch. */
    private static final int ROW_STEP = 1_000;

    private final String studio;
    private final SheetsProperties settings;
    private final MeteredTab tab;
    private final BatchWriter writer;
    private final DueRows dueRows;
    private final DueSignal signal;
    private final Leadership leadership;
    private final Alerts alerts;
    private final FlushMetrics metrics;
    private final Backoff backoff;

    private @Nullable Grid grid;
    private @Nullable Cause blocked;
    private int term;
    private int failures;

    SheetWorker(String studio, SheetsProperties settings, MeteredTab tab, FlushParts parts, FlushMetrics metrics) {
        this.studio = studio;
        this.settings = settings;
        this.tab = tab;
        this.writer = new BatchWriter(tab, parts, metrics, settings.rewriteAfter());
        this.dueRows = parts.dueRows();
        this.signal = parts.signal();
        this.leadership = parts.leadership();
        this.alerts = parts.alerts();
        this.metrics = metrics;
        this.backoff = new Backoff(settings.backoffMax());
    }

    @Override
    public void run() {
        try {
            while (!signal.released()) {
                var seen = signal.announced();
                switch (turn()) {
                    case Next.AtOnce _ -> {}
                    case Next.WhenDue _ -> signal.await(seen + settings.flushRows(), settings.flushInterval());
                    case Next.After after -> signal.pause(after.time());
                }
            }
        } catch (InterruptedException e) {
            log.atDebug().addKeyValue("studio", studio).log("sheet worker stopped");
        }
    }

    private sealed interface Next {
        record AtOnce() implements Next {}

        record WhenDue() implements Next {}

        record After(Duration time) implements Next {}
    }

    private Next turn() throws InterruptedException {
        try {
            var held = leadership.term();
            if (held.isEmpty()) {
                grid = null; // whoever writes now may change the tab
                return new Next.After(settings.flushInterval());
            }
            if (held.getAsInt() != term) {
                dueRows.writeDueAgainAfter(settings.rewriteAfter(), studio);
                term = held.getAsInt();
            }
            var next = flush();
            failures = 0;
            return next;
        } catch (CallFailed e) {
            return new Next.After(afterFailure(e.failure()));
        } catch (SQLException | DataAccessException e) {
            log.atWarn().addKeyValue("studio", studio).setCause(e).log("database away: rows wait");
            return new Next.After(backoff(Optional.empty()));
        } catch (RuntimeException e) {
            log.atError().addKeyValue("studio", studio).setCause(e).log("sheet could not be written");
            return new Next.After(backoff(Optional.empty()));
        }
    }

    private Next flush() throws CallFailed, InterruptedException {
        var opened = openedGrid();
        dueRows.wakeRewrites(studio);
        var due = dueRows.oldest(studio, settings.flushRows());
        if (due.isEmpty()) {
            metrics.backlog(new DueRows.Backlog(0, Optional.empty()));
            return new Next.WhenDue();
        }
        var batch = fitting(due.stream().map(DueWrite::of).toList());
        grid = withRows(opened, batch);
        writer.write(batch);
        metrics.backlog(dueRows.backlog(studio));
        return batch.size() < due.size() || due.size() == settings.flushRows() ? new Next.AtOnce() : new Next.WhenDue();
    }

    private Grid openedGrid() throws CallFailed, InterruptedException {
        var known = grid;
        if (known != null) {
            return known;
        }
        var opened = TabOpening.open(tab);
        if (opened.fresh()) {
            dueRows.allDue(studio);
        }
        if (blocked != null) {
            tab.writeHeader(); // reading works on a sheet that may not be written: prove that writing does
            resumed(blocked);
        }
        grid = opened.grid();
        return opened.grid();
    }

    private List<DueWrite> fitting(List<DueWrite> writes) {
        var cells = writes.stream().map(DueWrite::cells).toList();
        return writes.subList(
                0, PayloadLimit.fitting(cells, settings.flushCharacters()).size());
    }

    private Grid withRows(Grid known, List<DueWrite> writes) throws CallFailed, InterruptedException {
        var last = writes.stream()
                .mapToInt(write -> write.cells().rowNumber())
                .max()
                .orElse(0);
        if (last <= known.rows() && known.columns() >= LeadColumns.ALL.size()) {
            return known;
        }
        grid = null; // until it is read again: a lost answer leaves open whether it has grown
        tab.extend(known, Math.max(known.rows(), last + ROW_STEP), LeadColumns.ALL.size());
        return tab.grid().orElseThrow(() -> new CallFailed(new OutsideGrid()));
    }

    private Duration afterFailure(CallFailure failure) {
        return switch (failure) {
            case Throttled throttled -> waiting("over the quota", throttled.retryAfter());
            case Unavailable unavailable -> waiting(unavailable.what(), unavailable.retryAfter());
            case OutsideGrid _ -> {
                grid = null;
                yield waiting("the grid has changed", Optional.empty());
            }
            case Refused _ -> block(Cause.UNEXPECTED);
            case Blocked(var cause) -> block(cause);
        };
    }

    private Duration waiting(String why, Optional<Duration> retryAfter) {
        var wait = backoff(retryAfter);
        log.atWarn()
                .addKeyValue("studio", studio)
                .addKeyValue("why", why)
                .addKeyValue("attempt", failures)
                .addKeyValue("waitMs", wait.toMillis())
                .log("Google Sheets does not take rows now");
        return wait;
    }

    private Duration backoff(Optional<Duration> retryAfter) {
        failures++;
        return backoff.wait(failures, retryAfter, ThreadLocalRandom.current());
    }

    private Duration block(Cause cause) {
        grid = null;
        if (blocked != cause) {
            blocked = cause;
            metrics.blocked(cause.name());
            alerts.raise(
                    Level.ERROR, "sheets.blocked", studio, null, Map.of("cause", cause.name(), "words", cause.words()));
            log.atError()
                    .addKeyValue("studio", studio)
                    .addKeyValue("cause", cause)
                    .log("sheet blocked, rows wait: " + cause.words());
        }
        metrics.backlog(dueRows.backlog(studio));
        return settings.blockedProbe();
    }

    private void resumed(Cause was) {
        blocked = null;
        metrics.blocked("");
        alerts.raise(Level.INFO, "sheets.resumed", studio, null, Map.of("was", was.name()));
        log.atInfo().addKeyValue("studio", studio).log("sheet can be written again");
    }
}
