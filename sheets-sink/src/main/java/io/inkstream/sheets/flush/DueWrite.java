package io.inkstream.sheets.flush;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.sheets.SheetRow;
import io.inkstream.sheets.LeadRow;
import io.inkstream.sheets.PlacedRow;
import io.inkstream.sheets.store.DueRow;
import java.nio.charset.StandardCharsets;

/** A due row and its cells as they should stand in the sheet. */
record DueWrite(DueRow row, PlacedRow cells) {

    static DueWrite of(DueRow row) {
        var record = row.record();
        var cells = record == null
                ? LeadRow.erased(row.leadId())
                : LeadRow.cells(row.leadId(), read(record).cells(), row.phone());
        return new DueWrite(row, new PlacedRow(row.rowNumber(), cells));
    }

    private static SheetRow read(String record) {
        return Json.read(record.getBytes(StandardCharsets.UTF_8), SheetRow.class);
    }
}
