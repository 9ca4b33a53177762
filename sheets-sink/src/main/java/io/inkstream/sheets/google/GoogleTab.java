package io.inkstream.sheets.google;

import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesRequest;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.ValueRange;
import io.inkstream.sheets.A1;
import io.inkstream.sheets.CallFailure.Unavailable;
import io.inkstream.sheets.LeadColumns;
import io.inkstream.sheets.RowBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One tab of one spreadsheet. Every write names absolute cells and is stored as it is (RAW), so that repeating one after a
 * lost answer changes nothing; {@code append} is never used. Each method is one call, which counts against the quota.
 */
public final class GoogleTab {
    private static final String RAW = "RAW";
    private static final int HEADER_ROW = 1;
    private static final int FIRST_ROWS = 1_000;
    private static final int LOOKED_AT_ROWS = 100;

    private final Sheets sheets;
    private final String spreadsheetId;
    private final String tab;

    GoogleTab(Sheets sheets, String spreadsheetId, String tab) {
        this.sheets = sheets;
        this.spreadsheetId = spreadsheetId;
        this.tab = tab;
    }

    /** The tab's grid; empty when the spreadsheet has no such tab. */
    public Optional<Grid> grid() throws CallFailed {
        var spreadsheet = call(() -> sheets.spreadsheets()
                .get(spreadsheetId)
                .setFields("sheets.properties(sheetId,title,gridProperties(rowCount,columnCount))"));
        return listOrEmpty(spreadsheet.getSheets()).stream()
                .map(sheet -> sheet.getProperties())
                .filter(properties -> tab.equals(properties.getTitle()))
                .map(properties -> new Grid(
                        Objects.requireNonNullElse(properties.getSheetId(), 0),
                        properties.getGridProperties().getRowCount(),
                        properties.getGridProperties().getColumnCount()))
                .findFirst();
    }

    /** Row 1 of our columns as text, without trailing empty cells. */
    public List<String> header(Grid grid) throws CallFailed {
        var rows = read(A1.rows(tab, HEADER_ROW, HEADER_ROW, columns(grid)));
        return rows.isEmpty()
                ? List.of()
                : rows.getFirst().stream().map(String::valueOf).toList();
    }

    /** Whether nothing stands in our columns below row 1, as far down as a person would look. */
    public boolean emptyBelowHeader(Grid grid) throws CallFailed {
        var last = Math.min(grid.rows(), LOOKED_AT_ROWS);
        return last <= HEADER_ROW
                || read(A1.rows(tab, HEADER_ROW + 1, last, columns(grid))).stream()
                        .allMatch(List::isEmpty);
    }

    /**
     * What stands in our columns of these rows, unformatted; rows that are empty at the end are left out.
     *
     * @param last at most the grid's last row
     */
    public List<List<Object>> cells(Grid grid, int first, int last) throws CallFailed {
        var range = A1.rows(tab, first, last, columns(grid));
        return listOrEmpty(call(() -> sheets.spreadsheets()
                        .values()
                        .get(spreadsheetId, range)
                        .setValueRenderOption("UNFORMATTED_VALUE"))
                .getValues());
    }

    /** Adds the tab, with all our columns and the header row frozen. */
    public void create() throws CallFailed {
        change(new Request()
                .setAddSheet(new AddSheetRequest()
                        .setProperties(new SheetProperties()
                                .setTitle(tab)
                                .setGridProperties(new GridProperties()
                                        .setRowCount(FIRST_ROWS)
                                        .setColumnCount(LeadColumns.ALL.size())
                                        .setFrozenRowCount(HEADER_ROW)))));
    }

    /** Makes the grid at least this large; rows and columns that exist stay as they are. */
    public void extend(Grid grid, int rows, int columns) throws CallFailed {
        var requests = new ArrayList<Request>();
        if (rows > grid.rows()) {
            requests.add(append(grid, "ROWS", rows - grid.rows()));
        }
        if (columns > grid.columns()) {
            requests.add(append(grid, "COLUMNS", columns - grid.columns()));
        }
        change(requests.toArray(Request[]::new));
    }

    public void writeHeader() throws CallFailed {
        write(List.of(new RowBlock(HEADER_ROW, List.of(List.copyOf(LeadColumns.ALL)))));
    }

    /** Replaces the cells of these rows: all of them or, on a failure, none. */
    public void write(List<RowBlock> blocks) throws CallFailed {
        var ranges = blocks.stream()
                .map(block -> new ValueRange()
                        .setRange(A1.rows(tab, block.firstRow(), block.lastRow(), LeadColumns.ALL.size()))
                        .setMajorDimension("ROWS")
                        .setValues(block.rows()))
                .toList();
        call(() -> sheets.spreadsheets()
                .values()
                .batchUpdate(
                        spreadsheetId,
                        new BatchUpdateValuesRequest().setValueInputOption(RAW).setData(ranges))
                .setFields("spreadsheetId,totalUpdatedRows"));
    }

    /** A range beside the grid is refused, also for reading. */
    private static int columns(Grid grid) {
        return Math.min(grid.columns(), LeadColumns.ALL.size());
    }

    private List<List<Object>> read(String range) throws CallFailed {
        return listOrEmpty(call(() -> sheets.spreadsheets().values().get(spreadsheetId, range))
                .getValues());
    }

    private void change(Request... requests) throws CallFailed {
        call(() -> sheets.spreadsheets()
                .batchUpdate(spreadsheetId, new BatchUpdateSpreadsheetRequest().setRequests(List.of(requests))));
    }

    private static Request append(Grid grid, String dimension, int length) {
        return new Request()
                .setAppendDimension(new AppendDimensionRequest()
                        .setSheetId(grid.sheetId())
                        .setDimension(dimension)
                        .setLength(length));
    }

    private static <T> T call(Prepared<T> call) throws CallFailed {
        try {
            var request = call.prepare();
            request.setDisableGZipContent(true); // one call a second of at most 1 MB: not worth the processor time
            return request.execute();
        } catch (IOException e) {
            throw new CallFailed(GoogleErrors.read(e), e);
        } catch (IllegalArgumentException e) { // a 200 whose body is not what the library expects: a gateway's page
            throw new CallFailed(new Unavailable("unreadable answer", Optional.empty()), e);
        }
    }

    private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    @FunctionalInterface
    private interface Prepared<T> {
        AbstractGoogleJsonClientRequest<T> prepare() throws IOException;
    }
}
