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
}
