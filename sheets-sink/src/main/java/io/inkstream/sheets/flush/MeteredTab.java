package io.inkstream.sheets.flush;

import io.inkstream.sheets.RowBlock;
import io.inkstream.sheets.google.CallFailed;
import io.inkstream.sheets.google.GoogleTab;
import io.inkstream.sheets.google.Grid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A tab whose every write waits for the quota and is measured. Reads have a quota of their own, which we never come near. */
final class MeteredTab {
    private final GoogleTab tab;
    private final WriteQuota quota;
    private final FlushMetrics metrics;

    MeteredTab(GoogleTab tab, WriteQuota quota, FlushMetrics metrics) {
        this.tab = tab;
        this.quota = quota;
        this.metrics = metrics;
    }

    Optional<Grid> grid() throws CallFailed {
        return tab.grid();
    }

    List<String> header(Grid grid) throws CallFailed {
        return tab.header(grid);
    }

    boolean emptyBelowHeader(Grid grid) throws CallFailed {
        return tab.emptyBelowHeader(grid);
    }

    void create() throws CallFailed, InterruptedException {
        write(0, tab::create);
    }

    void writeHeader() throws CallFailed, InterruptedException {
        write(0, tab::writeHeader);
    }

    void extend(Grid grid, int rows, int columns) throws CallFailed, InterruptedException {
        write(0, () -> tab.extend(grid, rows, columns));
    }

    void write(List<RowBlock> blocks) throws CallFailed, InterruptedException {
        write(blocks.stream().mapToInt(block -> block.rows().size()).sum(), () -> tab.write(blocks));
    }

    private void write(int rows, Call call) throws CallFailed, InterruptedException {
        metrics.waitedForQuota(quota.take());
        var began = System.nanoTime();
        try {
            call.run();
            metrics.written(rows, since(began));
        } catch (CallFailed e) {
            metrics.failed(e.failure(), since(began));
            throw e;
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    @FunctionalInterface
    private interface Call {
        void run() throws CallFailed;
    }
}
