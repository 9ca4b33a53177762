package io.inkstream.admin.replay;

import java.util.List;

/**
 * How a rebuilt table compares with the live one, row by row.
 *
 * @param carriedOver rows of the live table whose records the log no longer holds, taken over as they are
 * @param samples a few keys of rows that do not agree
 */
record TableComparison(
        String table,
        long live,
        long rebuilt,
        long onlyLive,
        long onlyRebuilt,
        long different,
        long carriedOver,
        List<String> samples) {

    TableComparison {
        samples = List.copyOf(samples);
    }

    long differences() {
        return onlyLive + onlyRebuilt + different;
    }

    TableComparison carriedOver(long rows) {
        return new TableComparison(table, live, rebuilt, onlyLive, onlyRebuilt, different, rows, samples);
    }
}
