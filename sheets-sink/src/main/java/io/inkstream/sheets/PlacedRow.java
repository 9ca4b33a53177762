package io.inkstream.sheets;

import java.util.List;

/** A row of cells and the place it belongs to. */
public record PlacedRow(int rowNumber, List<Object> cells) {

    public PlacedRow {
        cells = List.copyOf(cells);
    }

    @Override
    public String toString() {
        return "PlacedRow[" + rowNumber + "]";
    }
}
