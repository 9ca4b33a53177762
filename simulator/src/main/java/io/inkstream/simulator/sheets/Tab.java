package io.inkstream.simulator.sheets;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** One tab: a grid of fixed size with cells in it. Rows and columns count from 0. */
final class Tab {
    static final JsonNode EMPTY = NullNode.getInstance();

    private final int sheetId;
    private String title;
    private int rowCount;
    private int columnCount;
    /** As far as something was written. A row is replaced, never changed. */
    private final List<List<JsonNode>> rows;

    Tab(int sheetId, String title, int rowCount, int columnCount) {
        this(sheetId, title, rowCount, columnCount, new ArrayList<>());
    }

    private Tab(int sheetId, String title, int rowCount, int columnCount, List<List<JsonNode>> rows) {
        this.sheetId = sheetId;
        this.title = title;
        this.rowCount = rowCount;
        this.columnCount = columnCount;
        this.rows = rows;
    }

    Tab copy() {
        return new Tab(sheetId, title, rowCount, columnCount, new ArrayList<>(rows));
    }

    int sheetId() {
        return sheetId;
    }

    String title() {
        return title;
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    int rowCount() {
        return rowCount;
    }

    int columnCount() {
        return columnCount;
    }

    long cells() {
        return (long) rowCount * columnCount;
    }

    void resize(int newRowCount, int newColumnCount) {
        rowCount = newRowCount;
        columnCount = newColumnCount;
        while (rows.size() > newRowCount) {
            rows.removeLast();
        }
    }

    /** How far down something stands. */
    int usedRows() {
        var used = rows.size();
        while (used > 0 && isEmpty(used - 1)) {
            used--;
        }
        return used;
    }

    private boolean isEmpty(int row) {
        return rows.get(row).stream().allMatch(Tab::isEmpty);
    }

    static boolean isEmpty(JsonNode cell) {
        return cell.isNull() || (cell.isString() && cell.stringValue().isEmpty());
    }

    /** The cell's value; JSON null when it is empty. */
    JsonNode get(int row, int column) {
        var cells = row < rows.size() ? rows.get(row) : List.<JsonNode>of();
        return column < cells.size() ? cells.get(column) : EMPTY;
    }

    /** JSON null empties the cell. */
    void set(int row, int column, JsonNode value) {
        while (rows.size() <= row) {
            rows.add(List.of());
        }
        var cells = new ArrayList<>(rows.get(row));
        while (cells.size() <= column) {
            cells.add(EMPTY);
        }
        cells.set(column, value);
        rows.set(row, cells);
    }

    /** New empty rows; those from {@code at} on move down. */
    void insertRows(int at, int count) {
        for (var i = 0; i < count && at < rows.size(); i++) {
            rows.add(at, List.of());
        }
        rowCount += count;
    }

    void deleteRows(int from, int to) {
        for (var row = Math.min(to, rows.size()) - 1; row >= from; row--) {
            rows.remove(row);
        }
        rowCount -= to - from;
    }
}
