package io.inkstream.sheets.flush;

import io.inkstream.schemas.system.SystemEvent.Level;
import io.inkstream.sheets.CallFailure.Blocked;
import io.inkstream.sheets.CallFailure.Cause;
import io.inkstream.sheets.CallFailure.Refused;
import io.inkstream.sheets.CallFailure.Unavailable;
import io.inkstream.sheets.RowBlock;
import io.inkstream.sheets.google.CallFailed;
import io.inkstream.sheets.kafka.Alerts;
import io.inkstream.sheets.kafka.DeadLetters;
import io.inkstream.sheets.store.DueRow;
import io.inkstream.sheets.store.DueRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch and records what became of every row. One bad row refuses its whole batch, so a refused batch is halved
 * until the row is alone; it is put aside then, and all others are written.
 */
final class BatchWriter {
    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

    private final MeteredTab tab;
    private final DueRows dueRows;
    private final DeadLetters deadLetters;
    private final Alerts alerts;
    private final FlushMetrics metrics;
    private final Duration rewriteAfter;
    private boolean accepted;

    BatchWriter(MeteredTab tab, FlushParts parts, FlushMetrics metrics, Duration rewriteAfter) {
        this.tab = tab;
        this.dueRows = parts.dueRows();
        this.deadLetters = parts.deadLetters();
        this.alerts = parts.alerts();
        this.metrics = metrics;
        this.rewriteAfter = rewriteAfter;
    }

    /** Throws for whatever concerns the sheet or the service, not a single row; rows written until then are recorded. */
    void write(List<DueWrite> rows) throws CallFailed, InterruptedException {
        accepted = false;
        writeOrHalve(rows);
    }

    private void writeOrHalve(List<DueWrite> writes) throws CallFailed, InterruptedException {
        var rows = writes.stream().map(DueWrite::row).toList();
        try {
            tab.write(RowBlock.covering(writes.stream().map(DueWrite::cells).toList()));
        } catch (CallFailed e) {
            switch (e.failure()) {
                case Refused refused when rows.size() == 1 -> putAside(rows.getFirst(), refused);
                case Refused _ -> {
                    var half = writes.size() / 2;
                    writeOrHalve(writes.subList(0, half));
                    writeOrHalve(writes.subList(half, writes.size()));
                }
                case Unavailable _ -> {
                    dueRows.writeAgainAfter(rewriteAfter, rows);
                    throw e;
                }
                default -> throw e;
            }
            return;
        }
        accepted = true;
        dueRows.written(rows);
    }

    /** Only when Google takes other content at this moment is it the row that is bad, and not the sheet. */
    private void putAside(DueRow row, Refused refused) throws CallFailed, InterruptedException {
        if (!accepted) {
            writeHeaderAsProof();
        }
        deadLetters.refused(row, refused.message());
        dueRows.refused(row);
        metrics.refusedRow();
        alerts.raise(
                Level.WARN,
                "sheets.row-refused",
                row.studio(),
                row.leadId(),
                Map.of("row", String.valueOf(row.rowNumber()), "status", String.valueOf(refused.status())));
        log.atWarn()
                .addKeyValue("leadId", row.leadId())
                .addKeyValue("studio", row.studio())
                .log("row put aside: refused by Google");
    }

    private void writeHeaderAsProof() throws CallFailed, InterruptedException {
        try {
            tab.writeHeader();
            accepted = true;
        } catch (CallFailed e) {
            throw e.failure() instanceof Refused ? new CallFailed(new Blocked(Cause.UNEXPECTED), e) : e;
        }
    }
}
