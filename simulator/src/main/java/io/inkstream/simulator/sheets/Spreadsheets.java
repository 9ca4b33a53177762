package io.inkstream.simulator.sheets;

import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import io.inkstream.simulator.sheets.Cells.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All spreadsheets. A change is checked as a whole, then done as a whole; the journal keeps the changes. */
@Component
final class Spreadsheets implements Remembered {
    private static final String VALUES = "sheet-values";
    private static final String APPEND = "sheet-append";
    private static final String CLEAR = "sheet-clear";
    private static final String GRID = "sheet-grid";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Spreadsheet> byId = new LinkedHashMap<>();
    private final SheetsProperties properties;
    private final Journal journal;

    Spreadsheets(SheetsProperties properties, Journal journal) {
        this.properties = properties;
        this.journal = journal;
    }

    synchronized ObjectNode describe(String id) {
        var spreadsheet = open(id);
        var answer = JSON.createObjectNode();
        answer.put("spreadsheetId", id);
        answer.putObject("properties").put("title", id).put("locale", "en_GB").put("timeZone", "Europe/London");
        var sheets = answer.putArray("sheets");
        for (var index = 0; index < spreadsheet.tabs().size(); index++) {
            sheets.addObject()
                    .set("properties", GridChanges.properties(spreadsheet.tabs().get(index), index));
        }
        answer.put("spreadsheetUrl", "https://docs.google.com/spreadsheets/d/" + id + "/edit");
        return answer;
    }

    synchronized ObjectNode read(String id, String range, String majorDimension, boolean formatted) {
        return Cells.read(A1Range.parse(range, open(id)), majorDimension, formatted);
    }

    /** Writes {@code ValueRange}s: all of them, or none. */
    synchronized List<Written> write(String id, JsonNode ranges, boolean raw) {
        var written = put(id, ranges, raw);
        journal.append(VALUES, Map.of("id", id, "raw", raw, "data", ranges));
        return written;
    }

    private List<Written> put(String id, JsonNode ranges, boolean raw) {
        var spreadsheet = open(id);
        var places = new ArrayList<A1Range>();
        for (var range : ranges) {
            var place = A1Range.parse(range.path("range").asString(""), spreadsheet);
            Cells.check(place, range.path("values"), dimension(range));
            places.add(place);
        }
        var written = new ArrayList<Written>();
        for (var index = 0; index < places.size(); index++) {
            var range = ranges.get(index);
            written.add(Cells.write(places.get(index), range.path("values"), dimension(range), raw));
        }
        return written;
    }

    /** Where an append landed, and the table it found. */
    record Appended(Optional<String> table, Written written) {}

    synchronized Appended append(String id, String range, JsonNode values, boolean raw, boolean insert) {
        var appended = addBelow(id, range, values, raw, insert);
        journal.append(APPEND, Map.of("id", id, "range", range, "raw", raw, "insert", insert, "values", values));
        return appended;
    }

    /** Below the last row in use; the grid grows where it must. */
    private Appended addBelow(String id, String text, JsonNode values, boolean raw, boolean insert) {
        var spreadsheet = open(id);
        var start = A1Range.parse(text, spreadsheet);
        var tab = start.tab();
        var used = tab.usedRows();
        var table = used == 0
                ? Optional.<String>empty()
                : Optional.of(
                        A1Range.written(tab, 0, start.startColumn(), used, width(tab, start.startColumn(), used)));
        if (insert) {
            tab.insertRows(used, values.size());
        }
        if (used + values.size() > tab.rowCount()) {
            tab.resize(used + values.size(), tab.columnCount());
        }
        var place = new A1Range(tab, used, start.startColumn(), used + 1, start.startColumn() + 1, true);
        Cells.check(place, values, "ROWS");
        return new Appended(table, Cells.write(place, values, "ROWS", raw));
    }

    private static int width(Tab tab, int startColumn, int usedRows) {
        var end = startColumn + 1;
        for (var row = 0; row < usedRows; row++) {
            for (var column = end; column < tab.columnCount(); column++) {
                end = Tab.isEmpty(tab.get(row, column)) ? end : column + 1;
            }
        }
        return end;
    }

    synchronized String clear(String id, String range) {
        var place = A1Range.parse(range, open(id));
        Cells.clear(place);
        journal.append(CLEAR, Map.of("id", id, "range", range));
        return place.written();
    }

    /** Changes the grid: all requests, or none. */
    synchronized List<ObjectNode> change(String id, JsonNode requests) {
        var replies = changed(id, requests);
        journal.append(GRID, Map.of("id", id, "requests", requests));
        return replies;
    }

    private List<ObjectNode> changed(String id, JsonNode requests) {
        var copy = open(id).copy();
        var changes = new GridChanges(copy, properties);
        var replies = new ArrayList<ObjectNode>();
        for (var index = 0; index < requests.size(); index++) {
            replies.add(changes.apply(requests.get(index), index));
        }
        byId.put(id, copy);
        return replies;
    }

    synchronized List<ObjectNode> metadata(String id, JsonNode lookup) {
        return open(id).metadata().values().stream()
                .filter(metadata -> fits(metadata, lookup, "metadataKey")
                        && fits(metadata, lookup, "metadataValue")
                        && fits(metadata, lookup, "metadataId")
                        && (!lookup.has("locationType")
                                || lookup.path("locationType").equals(metadata.at("/location/locationType"))))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    private static boolean fits(JsonNode metadata, JsonNode lookup, String field) {
        return !lookup.has(field)
                || lookup.path(field).asString().equals(metadata.path(field).asString());
    }

    /** The whole of a tab, wherever it is; for those who look, not part of Google. */
    synchronized Optional<List<List<JsonNode>>> look(String title, String spreadsheetId) {
        return byId.values().stream()
                .filter(spreadsheet ->
                        spreadsheetId.isEmpty() || spreadsheet.id().equals(spreadsheetId))
                .flatMap(spreadsheet -> spreadsheet.titled(title).stream())
                .findFirst()
                .map(Spreadsheets::rows);
    }

    private static List<List<JsonNode>> rows(Tab tab) {
        var whole = new A1Range(tab, 0, 0, tab.rowCount(), tab.columnCount(), false);
        var rows = new ArrayList<List<JsonNode>>();
        Cells.read(whole, "ROWS", false)
                .path("values")
                .forEach(row -> rows.add(row.valueStream().toList()));
        return rows;
    }

    private Spreadsheet open(String id) {
        if (properties.notShared().contains(id)) {
            throw SheetsErrors.notShared();
        }
        if (!properties.existing().isEmpty() && !properties.existing().contains(id)) {
            throw SheetsErrors.notFound();
        }
        return byId.computeIfAbsent(id, _ -> Spreadsheet.empty(id, properties.rows(), properties.columns()));
    }

    private static String dimension(JsonNode range) {
        return range.path("majorDimension").asString("ROWS");
    }

    @Override
    public Set<String> kinds() {
        return Set.of(VALUES, APPEND, CLEAR, GRID);
    }

    @Override
    public synchronized void recall(String kind, JsonNode line) {
        var id = line.path("id").asString();
        switch (kind) {
            case VALUES -> put(id, line.path("data"), line.path("raw").asBoolean());
            case APPEND ->
                addBelow(
                        id,
                        line.path("range").asString(),
                        line.path("values"),
                        line.path("raw").asBoolean(),
                        line.path("insert").asBoolean());
            case CLEAR -> Cells.clear(A1Range.parse(line.path("range").asString(), open(id)));
            default -> changed(id, line.path("requests"));
        }
    }
}
