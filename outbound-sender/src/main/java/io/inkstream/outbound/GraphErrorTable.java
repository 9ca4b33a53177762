package io.inkstream.outbound;

import io.inkstream.outbound.Reaction.Fail;
import io.inkstream.outbound.Reaction.HoldNumber;
import io.inkstream.outbound.Reaction.NeedsTemplate;
import io.inkstream.outbound.Reaction.Retry;
import io.inkstream.outbound.Reaction.Spacing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The reactions to Graph error codes, read from {@code graph-errors.csv}: published sources disagree, so the table is data. */
public final class GraphErrorTable {
    private static final String RESOURCE = "graph-errors.csv";
    private static final int COLUMNS = 5;
    private static final int CLIENT_ERRORS = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final Reaction.Retry UNKNOWN_BUT_PASSING = new Retry(Spacing.STEADY, 10, "unknown code, may pass");
    private static final Reaction.Fail UNKNOWN = new Fail("unknown code");

    private final NavigableMap<Integer, Row> byFirstCode;

    private record Row(int last, Reaction reaction) {}

    private GraphErrorTable(NavigableMap<Integer, Row> byFirstCode) {
        this.byFirstCode = byFirstCode;
    }

    /** The table that ships with the service. */
    public static GraphErrorTable shipped() {
        var rows = new TreeMap<Integer, Row>();
        try (var stream = GraphErrorTable.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> add(rows, line));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return new GraphErrorTable(rows);
    }

    /** What to do about this error; total: unknown codes fail, unless the error says that it may pass. */
    public Reaction reactionTo(GraphError error) {
        var row = byFirstCode.floorEntry(error.code());
        if (row != null && error.code() <= row.getValue().last()) {
            return row.getValue().reaction();
        }
        var mayPass = error.transientHint()
                || error.httpStatus() >= SERVER_ERRORS
                || error.httpStatus() == TOO_MANY_REQUESTS
                || error.httpStatus() < CLIENT_ERRORS
                || error.code() == GraphError.NONE;
        return mayPass ? UNKNOWN_BUT_PASSING : UNKNOWN;
    }

    /** Codes (the first of a range) with their reactions, for documentation and tests. */
    public Map<Integer, Reaction> rows() {
        var rows = new TreeMap<Integer, Reaction>();
        byFirstCode.forEach((code, row) -> rows.put(code, row.reaction()));
        return rows;
    }

    private static void add(Map<Integer, Row> rows, String line) {
        var columns = line.split(",", COLUMNS);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": expected " + COLUMNS + " columns in \"" + line + "\"");
        }
        var dash = columns[0].indexOf('-');
        var first = Integer.parseInt(dash < 0 ? columns[0] : columns[0].substring(0, dash));
        var last = dash < 0 ? first : Integer.parseInt(columns[0].substring(dash + 1));
        rows.put(first, new Row(last, reaction(columns)));
    }

    private static Reaction reaction(String[] columns) {
        var meaning = columns[4];
        return switch (columns[1]) {
            case "RETRY" -> new Retry(Spacing.valueOf(columns[2]), Integer.parseInt(columns[3]), meaning);
            case "HOLD" -> new HoldNumber(meaning);
            case "TEMPLATE" -> new NeedsTemplate(meaning);
            case "FAIL" -> new Fail(meaning);
            default -> throw new IllegalStateException(RESOURCE + ": unknown reaction " + columns[1]);
        };
    }
}
