package io.inkstream.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows that stand directly below each other: one range of a batch. Fewer, larger ranges are written faster. */
public record RowBlock(int firstRow, List<List<Object>> rows) {

    public RowBlock {
        rows = List.copyOf(rows);
    }

    public int lastRow() {
        return firstRow + rows.size() - 1;
    }

    /** The fewest blocks that cover exactly these rows; each row number may occur once. */
    public static List<RowBlock> covering(List<PlacedRow> rows) {
        var blocks = new ArrayList<RowBlock>();
        var block = new ArrayList<List<Object>>();
        var next = 0;
        for (var row : rows.stream()
                .sorted(Comparator.comparingInt(PlacedRow::rowNumber))
                .toList()) {
            if (!block.isEmpty() && row.rowNumber() != next) {
                blocks.add(new RowBlock(next - block.size(), block));
                block = new ArrayList<>();
            }
            block.add(row.cells());
            next = row.rowNumber() + 1;
        }
        if (!block.isEmpty()) {
            blocks.add(new RowBlock(next - block.size(), block));
        }
        return blocks;
    }

    @Override
    public String toString() {
        return "RowBlock[" + firstRow + ".." + lastRow() + "]";
    }
}
