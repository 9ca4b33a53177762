package io.inkstream.sheets.flush;

import io.inkstream.sheets.PlacedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sheet differs from what it should show: people sort it, type into it, or paste over it.
 *
 * @param rows compared
 * @param due not compared: they are still to be written
 * @param missing places that are empty in the sheet
 * @param different places with other content
 * @param foreign rows below ours that hold something
 * @param samples ids of leads that are missing or different
 */
record Drift(String studio, int rows, long due, int missing, int different, int foreign, List<String> samples) {
    private static final int SAMPLES_MAX = 20;

    Drift {
        samples = List.copyOf(samples);
    }

    /** {@code found}: the sheet's rows from row 2 on. */
    static Drift between(String studio, List<PlacedRow> expected, List<List<Object>> found, int lastPlace, long due) {
        var missing = 0;
        var different = 0;
        var samples = new ArrayList<String>();
        for (var row : expected) {
            var index = row.rowNumber() - 2;
            var cells = index < found.size() ? found.get(index) : List.of();
            if (same(row.cells(), cells)) {
                continue;
            }
            if (cells.stream().allMatch(cell -> text(cell).isEmpty())) {
                missing++;
            } else {
                different++;
            }
            if (samples.size() < SAMPLES_MAX) {
                samples.add(text(row.cells().getFirst()));
            }
        }
        var foreign = (int) found.stream()
                .skip(lastPlace - 1L)
                .filter(cells -> cells.stream().anyMatch(cell -> !text(cell).isEmpty()))
                .count();
        return new Drift(studio, expected.size(), due, missing, different, foreign, samples);
    }

    private static boolean same(List<Object> expected, List<?> found) {
        for (var i = 0; i < expected.size(); i++) {
            var cell = i < found.size() ? found.get(i) : "";
            if (!same(expected.get(i), cell)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Object expected, Object found) {
        return (expected instanceof Number && found instanceof Number)
                ? new BigDecimal(expected.toString()).compareTo(new BigDecimal(found.toString())) == 0
                : text(expected).equals(text(found));
    }

    private static String text(Object cell) {
        return String.valueOf(cell);
    }
}
