package io.inkstream.admin.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is.
 *
 * @param recordsRead of {@code recordsTotal}, the records that the live projection has taken in so far
 * @param tables absent until they were compared
 * @param leadsCarriedOver leads whose first events the log no longer holds: their old rows were taken over
 * @param differences rows that do not agree, over all tables
 * @param recordsParked records that could not be projected
 */
record ReplayProgress(
        Phase phase,
        boolean dryRun,
        int liveProjection,
        int rebuiltProjection,
        long recordsRead,
        long recordsTotal,
        long recordsParked,
        @Nullable List<TableComparison> tables,
        @Nullable Long differences,
        @Nullable Long leadsCarriedOver,
        @Nullable String error) {

    /** What is being done. */
    enum Phase {
        READING,
        CARRYING_OVER,
        COMPARING,
        SWAPPING,
        DONE
    }

    static ReplayProgress starting(boolean dryRun) {
        return new ReplayProgress(Phase.READING, dryRun, 0, 0, 0, 0, 0, null, null, null, null);
    }

    ReplayProgress between(int live, int rebuilt) {
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

    ReplayProgress in(Phase next) {
        return new ReplayProgress(
                next,
                dryRun,
                liveProjection,
                rebuiltProjection,
                recordsRead,
                recordsTotal,
                recordsParked,
                tables,
                differences,
                leadsCarriedOver,
                error);
    }

    ReplayProgress read(long read, long total, long parked) {
        return new ReplayProgress(
                phase,
                dryRun,
                liveProjection,
                rebuiltProjection,
                read,
                Math.max(read, total),
                parked,
                tables,
                differences,
                leadsCarriedOver,
                error);
    }

    ReplayProgress carriedOver(long leads) {
        return new ReplayProgress(
                phase,
                dryRun,
                liveProjection,
                rebuiltProjection,
                recordsRead,
                recordsTotal,
                recordsParked,
                tables,
                differences,
                leads,
                error);
    }

    ReplayProgress compared(List<TableComparison> compared) {
        return new ReplayProgress(
                phase,
                dryRun,
                liveProjection,
                rebuiltProjection,
                recordsRead,
                recordsTotal,
                recordsParked,
                List.copyOf(compared),
                compared.stream().mapToLong(TableComparison::differences).sum(),
                leadsCarriedOver,
                error);
    }

    ReplayProgress failed(String why) {
        return new ReplayProgress(
                phase,
                dryRun,
                liveProjection,
                rebuiltProjection,
                recordsRead,
                recordsTotal,
                recordsParked,
                tables,
                differences,
                leadsCarriedOver,
                why);
    }
}
