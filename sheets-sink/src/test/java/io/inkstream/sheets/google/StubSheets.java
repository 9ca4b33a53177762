package io.inkstream.sheets.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Google Sheets as far as the sink uses it, over real HTTP on the loopback interface: grids with limits, absolute atomic
 * writes, a cell limit, a write quota, and trouble on demand.
 */
public final class StubSheets implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern RANGE = Pattern.compile("'((?:[^']|'')+)'!([A-Z]+)(\\d+):([A-Z]+)(\\d+)");
    private static final Pattern PATH =
            Pattern.compile("/v4/spreadsheets/([^/:]+)(?:/values/(.+)|(/values:batchUpdate)|(:batchUpdate))?");
    private static final int CELL_MAX = 50_000;

    /** Trouble for the next calls that it concerns. */
    public sealed interface Fault {
        /** The answer of a fixture file, nothing done. */
        record Answer(String fixture) implements Fault {}

        /** Done, but the connection ends without an answer. */
        record DropAfterAccept() implements Fault {}

        /** Not done, and the connection ends without an answer. */
        record Reset() implements Fault {}

        /** Done, and answered late. */
        record Slow(Duration delay) implements Fault {}
    }

    private final HttpServer server;
    private final Map<String, StubSpreadsheet> spreadsheets = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<Instant> writeCalls = new CopyOnWriteArrayList<>();
    private final AtomicInteger overQuotaAnswers = new AtomicInteger();
    private volatile String poison = "\u0000";
    private volatile boolean tokensRefused;
    private volatile int quotaPerMinute = Integer.MAX_VALUE;

    public StubSheets() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v4/", this::serve);
        server.createContext("/token", this::token);
        server.start();
    }

    public URI rootUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public URI tokenUri() {
        return rootUrl().resolve("token");
    }

    /** A spreadsheet with one tab of Google's usual first size, called Sheet1. */
    public StubSpreadsheet spreadsheet(String id) {
        return spreadsheets.computeIfAbsent(id, _ -> new StubSpreadsheet());
    }

    /** Refuses, as a whole, every batch with a cell that contains this text. */
    public void refuseCellsWith(String text) {
        poison = text;
    }

    public void allowWritesPerMinute(int calls) {
        quotaPerMinute = calls;
    }

    /** The token endpoint answers as for a wrong key. */
    public void refuseTokens() {
        tokensRefused = true;
    }

    /** How often the quota was exceeded. */
    public int overQuotaAnswers() {
        return overQuotaAnswers.get();
    }

    /** The Authorization header of each call; empty text when there was none. */
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        authorizations.add(header(exchange, "Authorization"));
        var path = PATH.matcher(URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8));
        var spreadsheet = path.matches() ? spreadsheets.get(path.group(1)) : null;
        if (spreadsheet == null) {
            answer(exchange, recorded("error_404_spreadsheet.json"));
            return;
        }
        var write = exchange.getRequestMethod().equals("POST");
        if (write) {
            writeCalls.add(Instant.now());
            spreadsheet.writeCalls.incrementAndGet();
        }
        switch (write ? spreadsheet.writeFaults.poll() : spreadsheet.readFaults.poll()) {
            case null -> answer(exchange, handle(spreadsheet, path, body));
            case Fault.Answer(var fixture) -> answer(exchange, recorded(fixture));
            case Fault.Reset _ -> exchange.close();
            case Fault.DropAfterAccept _ -> {
                handle(spreadsheet, path, body);
                exchange.close();
            }
            case Fault.Slow(var delay) -> {
                var answer = handle(spreadsheet, path, body);
                LockSupport.parkNanos(delay.toNanos());
                answer(exchange, answer);
            }
        }
    }

    private record HttpAnswer(int status, String contentType, String body) {}

    private HttpAnswer handle(StubSpreadsheet spreadsheet, Matcher path, byte[] body) {
        if (!spreadsheet.shared) {
            return recorded("error_403_permission.json");
        }
        synchronized (spreadsheet) {
            if (body.length == 0) {
                return path.group(2) == null ? describe(spreadsheet) : values(spreadsheet, path.group(2));
            }
            if (overQuota()) {
                overQuotaAnswers.incrementAndGet();
                return recorded("error_429_quota.json");
            }
            return path.group(3) != null
                    ? writeValues(spreadsheet, JSON.readTree(body))
                    : change(spreadsheet, JSON.readTree(body));
        }
    }

    private boolean overQuota() {
        var minuteAgo = Instant.now().minusSeconds(60);
        return writeCalls.stream().filter(minuteAgo::isBefore).count() > quotaPerMinute;
    }

    private static HttpAnswer describe(StubSpreadsheet spreadsheet) {
        return ok(Map.of(
                "sheets",
                spreadsheet.tabs.entrySet().stream()
                        .map(tab -> Map.of("properties", properties(tab.getKey(), tab.getValue())))
                        .toList()));
    }

    private static Map<String, Object> properties(String title, StubTab tab) {
        return Map.of(
                "sheetId",
                tab.sheetId,
                "title",
                title,
                "gridProperties",
                Map.of("rowCount", tab.rows(), "columnCount", tab.columns()));
    }

    private record Area(String title, int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    private static @Nullable Area area(String range) {
        var match = RANGE.matcher(range);
        return match.matches()
                ? new Area(
                        match.group(1).replace("''", "'"),
                        Integer.parseInt(match.group(3)),
                        number(match.group(2)),
                        Integer.parseInt(match.group(5)),
                        number(match.group(4)))
                : null;
    }

    private static int number(String letters) {
        return letters.chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
    }

    private static HttpAnswer values(StubSpreadsheet spreadsheet, String range) {
        var area = area(range);
        if (area == null || !spreadsheet.tabs.containsKey(area.title())) {
            return badRequest("Unable to parse range: " + range);
        }
        var tab = spreadsheet.tab(area.title());
        if (area.lastRow() > tab.rows() || area.lastColumn() > tab.columns()) {
            return outsideGrid(range, tab);
        }
        var values = new ArrayList<List<Object>>();
        for (var row = area.firstRow(); row <= area.lastRow(); row++) {
            var whole = tab.row(row);
            values.add(whole.subList(0, Math.min(whole.size(), area.lastColumn())));
        }
        while (!values.isEmpty() && values.getLast().isEmpty()) {
            values.removeLast();
        }
        return values.isEmpty()
                ? ok(Map.of("range", range, "majorDimension", "ROWS"))
                : ok(Map.of("range", range, "majorDimension", "ROWS", "values", values));
    }

    private HttpAnswer writeValues(StubSpreadsheet spreadsheet, JsonNode request) {
        if (!request.path("valueInputOption").asString().equals("RAW")) {
            return badRequest("only RAW is expected here");
        }
        for (var range : request.path("data")) {
            var problem = problem(spreadsheet, range);
            if (problem != null) {
                return problem;
            }
        }
        var rows = 0;
        for (var range : request.path("data")) {
            var area = Objects.requireNonNull(area(range.path("range").asString()));
            var values = range.path("values");
            for (var i = 0; i < values.size(); i++) {
                apply(spreadsheet.tab(area.title()), area.firstRow() + i, values.get(i));
            }
            rows += values.size();
        }
        spreadsheet.rowsWritten.addAndGet(rows);
        return ok(Map.of("totalUpdatedRows", rows));
    }

    private @Nullable HttpAnswer problem(StubSpreadsheet spreadsheet, JsonNode range) {
        var text = range.path("range").asString();
        var area = area(text);
        if (area == null || !spreadsheet.tabs.containsKey(area.title())) {
            return badRequest("Unable to parse range: " + text);
        }
        var tab = spreadsheet.tab(area.title());
        if (area.lastRow() > tab.rows() || area.lastColumn() > tab.columns()) {
            return outsideGrid(text, tab);
        }
        for (var row : range.path("values")) {
            for (var cell : row) {
                if (cell.isString() && cell.asString().length() > CELL_MAX) {
                    return recorded("error_400_cell_too_long.json");
                }
                if (cell.isString() && cell.asString().contains(poison)) {
                    return badRequest("Invalid value");
                }
            }
        }
        return null;
    }

    private static void apply(StubTab tab, int rowNumber, JsonNode row) {
        for (var i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            if (cell.isNull()) {
                continue; // leaves the cell as it is
            }
            tab.type(
                    rowNumber,
                    i + 1,
                    cell.isNumber() ? cell.numberValue() : cell.isBoolean() ? cell.booleanValue() : cell.asString());
        }
    }

    private static HttpAnswer change(StubSpreadsheet spreadsheet, JsonNode request) {
        for (var part : request.path("requests")) {
            if (part.has("addSheet")) {
                var properties = part.path("addSheet").path("properties");
                var title = properties.path("title").asString();
                if (spreadsheet.has(title)) {
                    return badRequest("A sheet with the name \"" + title + "\" already exists.");
                }
                var grid = properties.path("gridProperties");
                spreadsheet.add(
                        title,
                        grid.path("rowCount").asInt(),
                        grid.path("columnCount").asInt());
            } else if (part.has("appendDimension")) {
                var append = part.path("appendDimension");
                var tab = spreadsheet.tabs.values().stream()
                        .filter(candidate ->
                                candidate.sheetId == append.path("sheetId").asInt())
                        .findFirst()
                        .orElseThrow();
                tab.extend(
                        append.path("dimension").asString().equals("ROWS"),
                        append.path("length").asInt());
            } else {
                return badRequest("unknown request");
            }
        }
        return ok(Map.of("replies", List.of()));
    }

    private void token(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        answer(
                exchange,
                tokensRefused
                        ? recorded("token_error_invalid_grant.json")
                        : new HttpAnswer(
                                200,
                                "application/json",
                                JSON.writeValueAsString(Fixture.read("google/token_response.json"))));
    }

    private static HttpAnswer outsideGrid(String range, StubTab tab) {
        return badRequest("Range (" + range + ") exceeds grid limits. Max rows: " + tab.rows() + ", max columns: "
                + tab.columns());
    }

    private static HttpAnswer badRequest(String message) {
        return new HttpAnswer(
                400,
                "application/json",
                JSON.writeValueAsString(Map.of(
                        "error",
                        Map.of(
                                "code",
                                400,
                                "message",
                                message,
                                "status",
                                "INVALID_ARGUMENT",
                                "errors",
                                List.of(Map.of("message", message, "domain", "global", "reason", "badRequest"))))));
    }

    private static HttpAnswer ok(Object body) {
        return new HttpAnswer(200, "application/json", JSON.writeValueAsString(body));
    }

    private static HttpAnswer recorded(String fixture) {
        var file = Fixture.read("google/" + fixture);
        var status = file.path("http_status").asInt();
        return file.has("body_text")
                ? new HttpAnswer(
                        status,
                        file.path("content_type").asString(),
                        file.path("body_text").asString())
                : new HttpAnswer(status, "application/json", JSON.writeValueAsString(file.path("body")));
    }

    private static void answer(HttpExchange exchange, HttpAnswer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
