package io.inkstream.sheets;

import java.util.List;

/** How much one call may carry. Google advises 2 MB; half of it leaves room for JSON escapes and multi-byte text. */
public final class PayloadLimit {

    /** Quotes, comma, and a number's usual length. */
    private static final int CELL_OVERHEAD = 8;

    private PayloadLimit() {}

    /** The leading rows that fit together into {@code charactersMax}; at least one, so that a huge row is still tried. */
    public static List<PlacedRow> fitting(List<PlacedRow> rows, long charactersMax) {
        var total = 0L;
        for (var count = 0; count < rows.size(); count++) {
            total += size(rows.get(count));
            if (total > charactersMax) {
                return rows.subList(0, Math.max(1, count));
            }
        }
        return rows;
    }

    private static long size(PlacedRow row) {
        return row.cells().stream()
                .mapToLong(cell -> CELL_OVERHEAD + (cell instanceof String text ? text.length() : CELL_OVERHEAD))
                .sum();
    }
}
