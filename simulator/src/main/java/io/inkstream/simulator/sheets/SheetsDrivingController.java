package io.inkstream.simulator.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** {@code /sim/sheets/{tab}}: the sheet as the artist sees it. */
@RestController
class SheetsDrivingController {
    private final Spreadsheets spreadsheets;

    SheetsDrivingController(Spreadsheets spreadsheets) {
        this.spreadsheets = spreadsheets;
    }

    /** The first row is the header; the others are as wide as it is, and empty ones are left out. */
    @GetMapping("/sim/sheets/{tab}")
    ResponseEntity<Map<String, Object>> look(
            @PathVariable String tab, @RequestParam(defaultValue = "") String spreadsheet) {
        var rows = spreadsheets.look(tab, spreadsheet).orElse(List.of());
        if (rows.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var width = rows.getFirst().size();
        return ResponseEntity.ok(Map.of(
                "header",
                rows.getFirst(),
                "rows",
                rows.stream()
                        .skip(1)
                        .filter(row -> !row.isEmpty())
                        .map(row -> padded(row, width))
                        .toList()));
    }

    private static List<JsonNode> padded(List<JsonNode> row, int width) {
        var padded = new ArrayList<>(row);
        while (padded.size() < width) {
            padded.add(StringNode.valueOf(""));
        }
        return padded;
    }
}
