package io.inkstream.simulator.sheets;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads and writes rectangles of cells as {@code ValueRange}s. */
final class Cells {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS = "COLUMNS";

    private Cells() {}

    /** What a write changed. */
    record Written(String range, int rows, int columns, int cells) {}

    /** Trailing empty cells and rows are cut off; {@code values} is absent when nothing is there. */
    static ObjectNode read(A1Range range, String majorDimension, boolean formatted) {
        var byColumns = COLUMNS.equals(majorDimension);
        var lines = new ArrayList<List<JsonNode>>();
        var outerEnd = byColumns
                ? range.endColumn()
                : Math.min(range.endRow(), range.tab().usedRows());
        for (var outer = byColumns ? range.startColumn() : range.startRow(); outer < outerEnd; outer++) {
            lines.add(line(range, outer, byColumns, formatted));
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        var answer = JSON.createObjectNode();
        answer.put("range", range.written());
        answer.put("majorDimension", byColumns ? COLUMNS : "ROWS");
        if (!lines.isEmpty()) {
            var values = answer.putArray("values");
            lines.forEach(line -> values.addArray().addAll(line));
        }
        return answer;
    }

    private static List<JsonNode> line(A1Range range, int outer, boolean byColumns, boolean formatted) {
        var cells = new ArrayList<JsonNode>();
        var innerEnd = byColumns ? Math.min(range.endRow(), range.tab().usedRows()) : range.endColumn();
        for (var inner = byColumns ? range.startRow() : range.startColumn(); inner < innerEnd; inner++) {
            var cell = byColumns ? range.tab().get(inner, outer) : range.tab().get(outer, inner);
            cells.add(shown(cell, formatted));
        }
        while (!cells.isEmpty() && Tab.isEmpty(cells.getLast())) {
            cells.removeLast();
        }
        return cells;
    }

    private static JsonNode shown(JsonNode cell, boolean formatted) {
        if (cell.isNull()) {
            return StringNode.valueOf("");
        }
        if (!formatted || cell.isString()) {
            return cell;
        }
        return StringNode.valueOf(cell.isBoolean() ? (cell.booleanValue() ? "TRUE" : "FALSE") : cell.asString());
    }

    /** Refuses what does not fit, before anything is changed. */
    static void check(A1Range range, JsonNode values, String majorDimension) {
        var byColumns = COLUMNS.equals(majorDimension);
        for (var outer = 0; outer < values.size(); outer++) {
            for (var inner = 0; inner < values.get(outer).size(); inner++) {
                var row = range.startRow() + (byColumns ? inner : outer);
                var column = range.startColumn() + (byColumns ? outer : inner);
                checkPlace(range, row, column);
                if (values.get(outer).get(inner).asString("").length() > SheetsErrors.CELL_CHARACTERS) {
                    throw SheetsErrors.cellTooLong();
                }
            }
        }
    }

    private static void checkPlace(A1Range range, int row, int column) {
        var tab = range.tab();
        if (row >= tab.rowCount() || column >= tab.columnCount()) {
            throw SheetsErrors.beyondGrid(
                    A1Range.written(tab, row, column, row + 1, column + 1), tab.rowCount(), tab.columnCount());
        }
        if (!range.single() && column >= range.endColumn()) {
            throw SheetsErrors.invalid("Requested writing within range [" + range.written()
                    + "], but tried writing to column [" + A1Range.letters(column) + "]");
        }
        if (!range.single() && row >= range.endRow()) {
            throw SheetsErrors.invalid("Requested writing within range [" + range.written()
                    + "], but tried writing to row [" + (row + 1) + "]");
        }
    }

    /** A JSON null leaves its cell as it is. */
    static Written write(A1Range range, JsonNode values, String majorDimension, boolean raw) {
        var byColumns = COLUMNS.equals(majorDimension);
        var lastRow = range.startRow();
        var lastColumn = range.startColumn();
        var count = 0;
        for (var outer = 0; outer < values.size(); outer++) {
            for (var inner = 0; inner < values.get(outer).size(); inner++) {
                var row = range.startRow() + (byColumns ? inner : outer);
                var column = range.startColumn() + (byColumns ? outer : inner);
                lastRow = Math.max(lastRow, row);
                lastColumn = Math.max(lastColumn, column);
                var value = values.get(outer).get(inner);
                if (!value.isNull()) {
                    range.tab().set(row, column, raw ? value : TypedIn.read(value));
                    count++;
                }
            }
        }
        return new Written(
                A1Range.written(range.tab(), range.startRow(), range.startColumn(), lastRow + 1, lastColumn + 1),
                lastRow - range.startRow() + 1,
                lastColumn - range.startColumn() + 1,
                count);
    }

    static void clear(A1Range range) {
        var end = Math.min(range.endRow(), range.tab().usedRows());
        for (var row = range.startRow(); row < end; row++) {
            for (var column = range.startColumn(); column < range.endColumn(); column++) {
                range.tab().set(row, column, Tab.EMPTY);
            }
        }
    }
}
