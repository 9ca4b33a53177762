package io.inkstream.simulator.sheets;

import io.inkstream.simulator.faults.ConnectionBroken;
import io.inkstream.simulator.faults.FaultGate;
import io.inkstream.simulator.faults.Target;
import io.inkstream.simulator.google.AccessTokens;
import io.inkstream.simulator.google.GoogleRefusal;
import io.inkstream.simulator.http.Answer;
import io.inkstream.simulator.http.JsonBody;
import io.inkstream.simulator.sheets.Cells.Written;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Sheets API under {@code /v4/spreadsheets}. Its paths end in {@code :verb}, so they are taken apart here. */
@RestController
class SheetsController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SheetsErrors ERRORS = new SheetsErrors();
    private static final String ROOT = "/v4/spreadsheets/";

    private final Spreadsheets spreadsheets;
    private final AccessTokens tokens;
    private final Quota quota;
    private final FaultGate faults;

    SheetsController(Spreadsheets spreadsheets, AccessTokens tokens, Quota quota, FaultGate faults) {
        this.spreadsheets = spreadsheets;
        this.tokens = tokens;
        this.quota = quota;
        this.faults = faults;
    }

    /**
     * The parts of a path.
     *
     * @param collection {@code values}, {@code developerMetadata}, or empty for the spreadsheet itself
     * @param range decoded; empty without one
     * @param verb after the last colon; empty for plain GET and PUT
     */
    private record Place(String spreadsheetId, String collection, String range, String verb) {

        static Place of(String uri) {
            var rest = uri.substring(ROOT.length());
            var slash = rest.indexOf('/');
            if (slash < 0) {
                return new Place(decoded(beforeVerb(rest)), "", "", verb(rest));
            }
            var tail = rest.substring(slash + 1);
            var next = tail.indexOf('/');
            var id = decoded(rest.substring(0, slash));
            if (next < 0) {
                return new Place(id, beforeVerb(tail), "", verb(tail));
            }
            var range = tail.substring(next + 1);
            var verb = List.of("append", "clear").contains(verb(range)) ? verb(range) : "";
            return new Place(id, tail.substring(0, next), decoded(verb.isEmpty() ? range : beforeVerb(range)), verb);
        }

        private static String beforeVerb(String text) {
            var colon = text.lastIndexOf(':');
            return colon < 0 ? text : text.substring(0, colon);
        }

        private static String verb(String text) {
            var colon = text.lastIndexOf(':');
            return colon < 0 ? "" : text.substring(colon + 1);
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }

    @RequestMapping(ROOT + "**")
    ResponseEntity<byte[]> call(HttpServletRequest request) throws IOException {
        var problem = tokens.check(request.getHeader("Authorization"));
        if (problem.isPresent()) {
            return problem.get().answer().entity();
        }
        var body = JsonBody.read(request);
        if (body == null) {
            return SheetsErrors.invalid("Invalid JSON payload received.")
                    .error()
                    .answer()
                    .entity();
        }
        try {
            return answer(Place.of(request.getRequestURI()), body, request).entity();
        } catch (GoogleRefusal refusal) {
            return refusal.error().answer().entity();
        }
    }

    @ExceptionHandler(ConnectionBroken.class)
    void nobodyToAnswer() {
        // the connection is closed
    }

    private Answer answer(Place place, JsonNode body, HttpServletRequest request) {
        var operation = request.getMethod() + " " + place.collection() + ":" + place.verb();
        return switch (operation) {
            case "GET :" -> reading(() -> spreadsheets.describe(place.spreadsheetId()));
            case "POST :batchUpdate" -> changeGrid(place, body);
            case "GET values:" ->
                place.range().isEmpty()
                        ? unknown()
                        : reading(() -> read(place.spreadsheetId(), place.range(), request));
            case "GET values:batchGet" -> reading(() -> batchGet(place, request));
            case "PUT values:" -> rowWrite(place, place.range(), request, () -> update(place, body, request));
            case "POST values:batchUpdate" ->
                rowWrite(place, body.at("/data/0/range").asString(""), request, () -> batchUpdate(place, body));
            case "POST values:append" -> rowWrite(place, place.range(), request, () -> append(place, body, request));
            case "POST values:clear" -> rowWrite(place, place.range(), request, () -> clear(place));
            case "POST developerMetadata:search" -> reading(() -> search(place, body));
            default -> unknown();
        };
    }

    private Answer reading(Supplier<ObjectNode> work) {
        quota.read();
        return Answer.json(200, work.get());
    }

    private Answer rowWrite(Place place, String range, HttpServletRequest request, Supplier<ObjectNode> work) {
        quota.write();
        var about = Map.of(
                "spreadsheet",
                place.spreadsheetId(),
                "tab",
                range.replaceFirst("!.*", "").replace("'", ""));
        return faults.through(Target.SHEETS, about, ERRORS, request, () -> Answer.json(200, work.get()));
    }

    private ObjectNode read(String id, String range, HttpServletRequest request) {
        return spreadsheets.read(
                id,
                range,
                parameter(request, "majorDimension", "ROWS"),
                parameter(request, "valueRenderOption", "FORMATTED_VALUE").equals("FORMATTED_VALUE"));
    }

    private ObjectNode batchGet(Place place, HttpServletRequest request) {
        var answer = JSON.createObjectNode();
        answer.put("spreadsheetId", place.spreadsheetId());
        var ranges = answer.putArray("valueRanges");
        for (var range : Objects.requireNonNullElse(request.getParameterValues("ranges"), new String[0])) {
            ranges.add(read(place.spreadsheetId(), range, request));
        }
        return answer;
    }

    private ObjectNode update(Place place, JsonNode body, HttpServletRequest request) {
        var range = JSON.createObjectNode();
        range.setAll((ObjectNode) body);
        range.put("range", place.range());
        var raw = raw(parameter(request, "valueInputOption", ""));
        var written =
                spreadsheets.write(place.spreadsheetId(), JSON.createArrayNode().add(range), raw);
        return shown(place.spreadsheetId(), written.getFirst());
    }

    private ObjectNode batchUpdate(Place place, JsonNode body) {
        var written = spreadsheets.write(
                place.spreadsheetId(),
                body.path("data"),
                raw(body.path("valueInputOption").asString("")));
        var answer = JSON.createObjectNode();
        answer.put("spreadsheetId", place.spreadsheetId());
        answer.put("totalUpdatedRows", written.stream().mapToInt(Written::rows).sum());
        answer.put(
                "totalUpdatedColumns",
                written.stream().mapToInt(Written::columns).max().orElse(0));
        answer.put(
                "totalUpdatedCells", written.stream().mapToInt(Written::cells).sum());
        answer.put(
                "totalUpdatedSheets",
                written.stream()
                        .map(one -> one.range().replaceFirst("!.*", ""))
                        .distinct()
                        .count());
        var responses = answer.putArray("responses");
        written.forEach(one -> responses.add(shown(place.spreadsheetId(), one)));
        return answer;
    }

    private ObjectNode append(Place place, JsonNode body, HttpServletRequest request) {
        var appended = spreadsheets.append(
                place.spreadsheetId(),
                place.range(),
                body.path("values"),
                raw(parameter(request, "valueInputOption", "")),
                parameter(request, "insertDataOption", "OVERWRITE").equals("INSERT_ROWS"));
        var answer = JSON.createObjectNode();
        answer.put("spreadsheetId", place.spreadsheetId());
        appended.table().ifPresent(table -> answer.put("tableRange", table));
        answer.set("updates", shown(place.spreadsheetId(), appended.written()));
        return answer;
    }

    private ObjectNode clear(Place place) {
        return JSON.createObjectNode()
                .put("spreadsheetId", place.spreadsheetId())
                .put("clearedRange", spreadsheets.clear(place.spreadsheetId(), place.range()));
    }

    private Answer changeGrid(Place place, JsonNode body) {
        quota.write();
        var answer = JSON.createObjectNode();
        answer.put("spreadsheetId", place.spreadsheetId());
        answer.putArray("replies").addAll(spreadsheets.change(place.spreadsheetId(), body.path("requests")));
        return Answer.json(200, answer);
    }

    private ObjectNode search(Place place, JsonNode body) {
        var answer = JSON.createObjectNode();
        for (var filter : body.path("dataFilters")) {
            var lookup = filter.path("developerMetadataLookup");
            for (var found : spreadsheets.metadata(place.spreadsheetId(), lookup)) {
                var match = answer.withArray("matchedDeveloperMetadata").addObject();
                match.set("developerMetadata", found);
                match.putArray("dataFilters").add(filter);
            }
        }
        return answer;
    }

    private static ObjectNode shown(String id, Written written) {
        return JSON.createObjectNode()
                .put("spreadsheetId", id)
                .put("updatedRange", written.range())
                .put("updatedRows", written.rows())
                .put("updatedColumns", written.columns())
                .put("updatedCells", written.cells());
    }

    private static boolean raw(String inputOption) {
        return switch (inputOption) {
            case "RAW" -> true;
            case "USER_ENTERED" -> false;
            case "" -> throw SheetsErrors.invalid("'valueInputOption' is required but not specified");
            default -> throw SheetsErrors.invalid("Invalid value at 'value_input_option', \"" + inputOption + "\"");
        };
    }

    private static String parameter(HttpServletRequest request, String name, String otherwise) {
        @Nullable String value = request.getParameter(name);
        return value == null ? otherwise : value;
    }

    private static Answer unknown() {
        return Answer.text(404, "text/html; charset=UTF-8", "<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>");
    }
}
