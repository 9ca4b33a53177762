package io.inkstream.simulator.sheets;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range in A1 notation, resolved against its spreadsheet. Rows and columns count from 0; the ends are exclusive.
 *
 * @param single it names one cell: writing may go on from there
 */
record A1Range(Tab tab, int startRow, int startColumn, int endRow, int endColumn, boolean single) {
    private static final Pattern CELLS = Pattern.compile("([A-Za-z]{0,3})(\\d{0,7})(?::([A-Za-z]{0,3})(\\d{0,7}))?");
    private static final Pattern PLAIN_TITLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int LETTERS = 26;

    /** Ranges beyond the grid are refused, reading as well as writing. */
    static A1Range parse(String text, Spreadsheet spreadsheet) {
        var whole = spreadsheet.titled(unquoted(text));
        if (whole.isPresent()) {
            return all(whole.get());
        }
        var bang = text.lastIndexOf('!');
        var tab = bang < 0
                ? spreadsheet.tabs().getFirst()
                : spreadsheet.titled(unquoted(text.substring(0, bang))).orElseThrow(() -> SheetsErrors.badRange(text));
        return cells(text, text.substring(bang + 1), tab);
    }

    private static A1Range all(Tab tab) {
        return new A1Range(tab, 0, 0, tab.rowCount(), tab.columnCount(), false);
    }

    private static A1Range cells(String text, String cells, Tab tab) {
        var match = CELLS.matcher(cells);
        if (cells.isEmpty() || !match.matches()) {
            throw SheetsErrors.badRange(text);
        }
        var single = match.group(3) == null;
        if (single && (match.group(1).isEmpty() || match.group(2).isEmpty())) {
            throw SheetsErrors.badRange(text);
        }
        var range = new A1Range(
                tab,
                row(match.group(2), 0),
                column(match.group(1), 0),
                single ? row(match.group(2), 0) + 1 : row(match.group(4), tab.rowCount() - 1) + 1,
                single ? column(match.group(1), 0) + 1 : column(match.group(3), tab.columnCount() - 1) + 1,
                single);
        if (range.endRow > tab.rowCount()
                || range.endColumn > tab.columnCount()
                || range.startRow >= tab.rowCount()
                || range.startColumn >= tab.columnCount()) {
            throw SheetsErrors.beyondGrid(range.written(), tab.rowCount(), tab.columnCount());
        }
        return range;
    }

    private static int row(@Nullable String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits) - 1;
    }

    private static int column(@Nullable String letters, int otherwise) {
        if (letters == null || letters.isEmpty()) {
            return otherwise;
        }
        var column = 0;
        for (var i = 0; i < letters.length(); i++) {
            column = column * LETTERS + (Character.toUpperCase(letters.charAt(i)) - 'A' + 1);
        }
        return column - 1;
    }

    /** As Google writes it in answers. */
    String written() {
        return written(tab, startRow, startColumn, endRow, endColumn);
    }

    static String written(Tab tab, int startRow, int startColumn, int endRow, int endColumn) {
        var first = letters(startColumn) + (startRow + 1);
        var last = letters(endColumn - 1) + endRow;
        return quoted(tab.title()) + "!" + first + (first.equals(last) ? "" : ":" + last);
    }

    static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    private static String quoted(String title) {
        return PLAIN_TITLE.matcher(title).matches() ? title : "'" + title.replace("'", "''") + "'";
    }

    private static String unquoted(String title) {
        return title.length() > 1 && title.startsWith("'") && title.endsWith("'")
                ? title.substring(1, title.length() - 1).replace("''", "'")
                : title;
    }
}
