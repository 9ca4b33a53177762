package io.inkstream.simulator.sheets;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The requests of {@code spreadsheets.batchUpdate}. Applied to a copy: one refusal, and none has happened. */
final class GridChanges {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Looks and comfort: accepted, without an effect that an API could see. */
    private static final Set<String> COSMETIC = Set.of(
            "repeatCell",
            "updateDimensionProperties",
            "autoResizeDimensions",
            "addProtectedRange",
            "addConditionalFormatRule",
            "setDataValidation",
            "setBasicFilter",
            "mergeCells",
            "updateBorders",
            "addBanding");

    private final Spreadsheet spreadsheet;
    private final SheetsProperties properties;

    GridChanges(Spreadsheet spreadsheet, SheetsProperties properties) {
        this.spreadsheet = spreadsheet;
        this.properties = properties;
    }

    /** Does one request; its reply. */
    ObjectNode apply(JsonNode request, int index) {
        var named = request.properties().stream()
                .findFirst()
                .orElseThrow(() -> SheetsErrors.invalid("Invalid requests[" + index + "]: No request set."));
        var what = named.getValue();
        switch (named.getKey()) {
            case "addSheet" -> {
                return addSheet(what, index);
            }
            case "createDeveloperMetadata" -> {
                return createMetadata(what, index);
            }
            case "appendDimension" -> appendDimension(what, index);
            case "insertDimension" -> insertDimension(what.path("range"), index);
            case "deleteDimension" -> deleteDimension(what.path("range"), index);
            case "updateCells" -> updateCells(what, index);
            case "appendCells" -> appendCells(what, index);
            case "updateSheetProperties" -> updateProperties(what.path("properties"), index);
            case "deleteSheet" -> spreadsheet.tabs().remove(tab(what, index));
            default -> {
                if (!COSMETIC.contains(named.getKey())) {
                    throw SheetsErrors.invalid("Invalid JSON payload received. Unknown name \"" + named.getKey()
                            + "\" at 'requests[" + index + "]': Cannot find field.");
                }
            }
        }
        if (spreadsheet.cells() > SheetsErrors.CELLS) {
            throw SheetsErrors.tooManyCells();
        }
        return JSON.createObjectNode();
    }

    private ObjectNode addSheet(JsonNode what, int index) {
        var wanted = what.path("properties");
        var title = wanted.path("title").asString("Sheet" + (spreadsheet.tabs().size() + 1));
        if (spreadsheet.titled(title).isPresent()) {
            throw SheetsErrors.invalid("Invalid requests[" + index + "].addSheet: A sheet with the name \"" + title
                    + "\" already exists. Please enter another name.");
        }
        var grid = wanted.path("gridProperties");
        var tab = new Tab(
                wanted.path("sheetId").asInt(spreadsheet.freeSheetId()),
                title,
                grid.path("rowCount").asInt(properties.rows()),
                grid.path("columnCount").asInt(properties.columns()));
        spreadsheet.tabs().add(tab);
        if (spreadsheet.cells() > SheetsErrors.CELLS) {
            throw SheetsErrors.tooManyCells();
        }
        var reply = JSON.createObjectNode();
        reply.putObject("addSheet")
                .set("properties", properties(tab, spreadsheet.tabs().size() - 1));
        return reply;
    }

    static ObjectNode properties(Tab tab, int index) {
        var shown = JSON.createObjectNode();
        shown.put("sheetId", tab.sheetId());
        shown.put("title", tab.title());
        shown.put("index", index);
        shown.put("sheetType", "GRID");
        shown.putObject("gridProperties").put("rowCount", tab.rowCount()).put("columnCount", tab.columnCount());
        return shown;
    }

    private void appendDimension(JsonNode what, int index) {
        var tab = tab(what, index);
        var length = what.path("length").asInt(0);
        if (length < 1) {
            throw SheetsErrors.invalid("Invalid requests[" + index + "].appendDimension: length must be positive.");
        }
        if (rows(what)) {
            tab.resize(tab.rowCount() + length, tab.columnCount());
        } else {
            tab.resize(tab.rowCount(), tab.columnCount() + length);
        }
    }

    private void insertDimension(JsonNode range, int index) {
        var tab = tab(range, index);
        var start = range.path("startIndex").asInt(0);
        var count = range.path("endIndex").asInt(0) - start;
        if (!rows(range) || count < 1 || start > tab.rowCount()) {
            throw SheetsErrors.invalid("Invalid requests[" + index + "].insertDimension: the range is not valid.");
        }
        tab.insertRows(start, count);
    }

    private void deleteDimension(JsonNode range, int index) {
        var tab = tab(range, index);
        var start = range.path("startIndex").asInt(0);
        var end = range.path("endIndex").asInt(0);
        if (!rows(range) || end <= start || end > tab.rowCount()) {
            throw SheetsErrors.invalid("Invalid requests[" + index + "].deleteDimension: the range is not valid.");
        }
        tab.deleteRows(start, end);
    }

    private void updateCells(JsonNode what, int index) {
        var start = what.path("start");
        putCells(
                tab(start, index),
                start.path("rowIndex").asInt(0),
                start.path("columnIndex").asInt(0),
                what.path("rows"));
    }

    private void appendCells(JsonNode what, int index) {
        var tab = tab(what, index);
        var start = tab.usedRows();
        var missing = start + what.path("rows").size() - tab.rowCount();
        if (missing > 0) {
            tab.resize(tab.rowCount() + missing, tab.columnCount());
        }
        putCells(tab, start, 0, what.path("rows"));
    }

    private static void putCells(Tab tab, int startRow, int startColumn, JsonNode rows) {
        for (var row = 0; row < rows.size(); row++) {
            var cells = rows.get(row).path("values");
            for (var column = 0; column < cells.size(); column++) {
                var place = new int[] {startRow + row, startColumn + column};
                if (place[0] >= tab.rowCount() || place[1] >= tab.columnCount()) {
                    throw SheetsErrors.beyondGrid(
                            A1Range.written(tab, place[0], place[1], place[0] + 1, place[1] + 1),
                            tab.rowCount(),
                            tab.columnCount());
                }
                var value = cells.get(column).path("userEnteredValue").properties().stream()
                        .findFirst();
                var cell = value.map(entry -> entry.getValue()).orElse(Tab.EMPTY);
                if (cell.asString("").length() > SheetsErrors.CELL_CHARACTERS) {
                    throw SheetsErrors.cellTooLong();
                }
                tab.set(place[0], place[1], cell);
            }
        }
    }

    private void updateProperties(JsonNode wanted, int index) {
        var tab = tab(wanted, index);
        tab.rename(wanted.path("title").asString(tab.title()));
        var grid = wanted.path("gridProperties");
        tab.resize(
                grid.path("rowCount").asInt(tab.rowCount()),
                grid.path("columnCount").asInt(tab.columnCount()));
    }

    private ObjectNode createMetadata(JsonNode what, int index) {
        var wanted = what.path("developerMetadata");
        var id = wanted.path("metadataId").asInt(spreadsheet.metadata().size() + 1);
        if (spreadsheet.metadata().containsKey(id)) {
            throw SheetsErrors.invalid("Invalid requests[" + index
                    + "].createDeveloperMetadata: Developer metadata with ID " + id + " already exists.");
        }
        var kept = (ObjectNode) wanted.deepCopy();
        kept.put("metadataId", id);
        if (kept.path("location") instanceof ObjectNode location && location.has("dimensionRange")) {
            var placed = JSON.createObjectNode();
            placed.put("locationType", rows(location.path("dimensionRange")) ? "ROW" : "COLUMN");
            placed.setAll(location);
            kept.set("location", placed);
        }
        spreadsheet.metadata().put(id, kept);
        var reply = JSON.createObjectNode();
        reply.putObject("createDeveloperMetadata").set("developerMetadata", kept.deepCopy());
        return reply;
    }

    private Tab tab(JsonNode what, int index) {
        var sheetId = what.path("sheetId").asInt(0);
        return spreadsheet
                .withId(sheetId)
                .orElseThrow(
                        () -> SheetsErrors.invalid("Invalid requests[" + index + "]: No sheet with id: " + sheetId));
    }

    private static boolean rows(JsonNode what) {
        return what.path("dimension").asString("ROWS").equals("ROWS");
    }
}
