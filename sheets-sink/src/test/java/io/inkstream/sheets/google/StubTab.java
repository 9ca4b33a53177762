package io.inkstream.sheets.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One grid of cells. Changed by one request at a time. */
public final class StubTab {
    final int sheetId;
    private final Map<Integer, Map<Integer, Object>> cells = new ConcurrentHashMap<>();
    private final AtomicInteger rows;
    private final AtomicInteger columns;

    StubTab(int sheetId, int rows, int columns) {
        this.sheetId = sheetId;
        this.rows = new AtomicInteger(rows);
        this.columns = new AtomicInteger(columns);
    }

    void extend(boolean byRows, int length) {
        (byRows ? rows : columns).addAndGet(length);
    }

    public int rows() {
        return rows.get();
    }

    public int columns() {
        return columns.get();
    }

    /** As a person would type it. */
    public void type(int row, int column, Object value) {
        cells.computeIfAbsent(row, _ -> new ConcurrentHashMap<>()).put(column, value);
    }

    public Object cell(int row, int column) {
        return cells.getOrDefault(row, Map.of()).getOrDefault(column, "");
    }

    /** The cells of one row up to the last that is not empty. */
    public List<Object> row(int row) {
        var values = new ArrayList<Object>();
        for (var column = 1; column <= columns(); column++) {
            values.add(cell(row, column));
        }
        while (!values.isEmpty() && "".equals(values.getLast())) {
            values.removeLast();
        }
        return values;
    }

    /** Column A from row 2 on, down to the last that is not empty. */
    public List<String> keys() {
        var keys = new ArrayList<String>();
        for (var row = 2; row <= rows(); row++) {
            keys.add(String.valueOf(cell(row, 1)));
        }
        while (!keys.isEmpty() && keys.getLast().isEmpty()) {
            keys.removeLast();
        }
        return keys;
    }

    public void clear() {
        cells.clear();
    }
}
