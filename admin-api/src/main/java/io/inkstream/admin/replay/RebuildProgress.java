package io.inkstream.admin.replay;

import io.inkstream.admin.replay.ReplayProgress.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a rebuild has come, kept by its own thread; {@link #told()} is what others may know. */
final class RebuildProgress {
    private final boolean dryRun;
    private Phase phase = Phase.READING;
    private int live;
    private int rebuilt;
    private long recordsRead;
    private long recordsTotal;
    private long recordsParked;
    private @Nullable List<TableComparison> tables;
    private @Nullable Long leadsCarriedOver;

    RebuildProgress(boolean dryRun) {
        this.dryRun = dryRun;
    }

    void between(int liveProjection, int rebuiltProjection) {
        live = liveProjection;
        rebuilt = rebuiltProjection;
    }

    void enter(Phase next) {
        phase = next;
    }

    void parkedOne() {
        recordsParked++;
    }

    void read(long records, long total) {
        recordsRead = records;
        recordsTotal = Math.max(records, total);
    }

    void carriedOver(long leads) {
        leadsCarriedOver = leads;
    }

    void compared(List<TableComparison> soFar) {
        tables = List.copyOf(soFar);
    }

    ReplayProgress told() {
        return told(null);
    }

    ReplayProgress failed(String why) {
        return told(why);
    }

    private ReplayProgress told(@Nullable String error) {
        var differences = tables == null
                ? null
                : (Long) tables.stream().mapToLong(TableComparison::differences).sum();
        return new ReplayProgress(
                phase,
                dryRun,
                live,
                rebuilt,
                recordsRead,
                recordsTotal,
                recordsParked,
                tables,
                differences,
                leadsCarriedOver,
                error);
    }
}
