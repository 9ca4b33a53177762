package io.inkstream.sheets.flush;

import io.inkstream.sheets.google.CallFailed;
import io.inkstream.sheets.google.GoogleSheets;
import io.inkstream.sheets.store.DueRows;
import java.util.ArrayList;
import java.util.List;

/** Compares a sheet with what it should show. Only reads; any instance may do it. */
final class SheetInspection {
    /** Google answers larger reads slowly, or not at all. */
    private static final int ROWS_PER_READ = 5_000;

    private static final int FIRST_ROW = 2;

    private final SheetsProperties settings;
    private final GoogleSheets google;
    private final DueRows rows;

    SheetInspection(SheetsProperties settings, GoogleSheets google, DueRows rows) {
        this.settings = settings;
        this.google = google;
        this.rows = rows;
    }

    boolean knows(String studio) {
        return settings.studios().containsKey(studio);
    }

    /** What differs now; a row that changes meanwhile may show as different. */
    Drift drift(String studio) throws CallFailed {
        var expected = rows.settled(studio).stream()
                .map(row -> DueWrite.of(row).cells())
                .toList();
        return Drift.between(
                studio,
                expected,
                found(studio),
                rows.lastPlace(studio),
                rows.backlog(studio).rows());
    }

    private List<List<Object>> found(String studio) throws CallFailed {
        var sheet = settings.sheetOf(studio);
        var tab = google.tab(sheet.spreadsheetId(), sheet.tab());
        var grid = tab.grid();
        var cells = new ArrayList<List<Object>>();
        if (grid.isEmpty()) {
            return cells;
        }
        for (var first = FIRST_ROW; first <= grid.get().rows(); first += ROWS_PER_READ) {
            while (cells.size() < first - FIRST_ROW) {
                cells.add(List.of()); // an answer ends with its last row that is not empty
            }
            cells.addAll(tab.cells(grid.get(), first, Math.min(grid.get().rows(), first + ROWS_PER_READ - 1)));
        }
        return cells;
    }
}
