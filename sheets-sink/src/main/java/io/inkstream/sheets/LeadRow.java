package io.inkstream.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One lead's row of cells: strings, numbers and booleans, in the order of {@link LeadColumns#ALL}. */
public final class LeadRow {

    /** An empty cell is written as empty text: a null would leave the cell's old content in place. */
    private static final String BLANK_CELL = "";

    private LeadRow() {}

    /**
     * The whole row, every column of it, so that whatever stood there before is replaced.
     *
     * @param cells by column name; an absent column is an empty cell, an unknown one is left out
     * @param phone the client's number, absent while the contact is not known or after its erasure
     */
    public static List<Object> cells(String leadId, Map<String, ?> cells, @Nullable String phone) {
        var row = new ArrayList<>(LeadColumns.ALL.size());
        for (var column : LeadColumns.ALL) {
            row.add(
                    switch (column) {
                        case LeadColumns.LEAD_ID -> CellText.safe(leadId);
                        case LeadColumns.WHATSAPP_NUMBER -> phone == null ? BLANK_CELL : CellText.safe(phone);
                        default -> cell(cells.get(column));
                    });
        }
        return List.copyOf(row);
    }

    /** What remains of a lead that was erased: its place and its id, which names nobody. */
    public static List<Object> erased(String leadId) {
        return cells(leadId, Map.of(), null);
    }

    private static Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> BLANK_CELL;
            case Number number -> number;
            case Boolean flag -> flag;
            default -> CellText.safe(value.toString());
        };
    }
}
