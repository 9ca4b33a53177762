package io.inkstream.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A rebuild, as the admin API describes it, in words. */
final class ReplayReport {
    private ReplayReport() {}

    /** One line on how far it is. */
    static String progress(JsonNode replay) {
        var progress = replay.path("progress");
        var phase = progress.path("phase")
                .asString("READING")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return "rebuild " + replay.path("id").asLong() + ": " + phase + ", "
                + progress.path("recordsRead").asLong() + " of "
                + progress.path("recordsTotal").asLong()
                + " records read";
    }

    /** What came of it: a line per table, then the end. */
    static List<String> outcome(JsonNode replay) {
        var progress = replay.path("progress");
        var lines = new ArrayList<String>();
        progress.path("tables").forEach(table -> lines.add(comparison(table)));
        if (progress.path("recordsParked").asLong() > 0) {
            lines.add(progress.path("recordsParked").asLong() + " records could not be projected");
        }
        if (replay.path("state").asString("").equals("DONE")) {
            lines.add(
                    progress.path("dryRun").asBoolean()
                            ? "done; the live tables stay as they were"
                            : "done; the rebuilt tables are live");
        } else {
            lines.add("failed: " + progress.path("error").asString("no reason given")
                    + "; the live tables stay as they were");
        }
        return lines;
    }

    private static String comparison(JsonNode table) {
        var line = "  " + table.path("table").asString() + ": "
                + table.path("live").asLong() + " rows live, "
                + table.path("rebuilt").asLong() + " rebuilt; "
                + table.path("different").asLong() + " differ, "
                + table.path("onlyLive").asLong() + " only live, "
                + table.path("onlyRebuilt").asLong() + " only rebuilt";
        var samples =
                table.path("samples").valueStream().map(JsonNode::asString).toList();
        return samples.isEmpty() ? line : line + "; such as " + String.join(", ", samples);
    }
}
