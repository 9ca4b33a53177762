package io.inkstream.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Dead letters and redrives, as the admin API describes them, in lines. */
final class DeadLetterReport {
    private static final int BAR = 30;

    private DeadLetterReport() {}

    /** A line each. */
    static List<String> table(JsonNode items) {
        if (items.isEmpty()) {
            return List.of("no dead letters");
        }
        var lines = new ArrayList<String>();
        items.forEach(item -> lines.add(String.join(
                "  ",
                item.path("id").asString(),
                item.path("occurredAt").asString(),
                item.path("topic").asString(),
                item.path("reason").asString(),
                "x" + item.path("attempts").asInt(),
                item.path("detail").asString(""))));
        return lines;
    }

    /** Everything about one, its payload last. */
    static List<String> whole(JsonNode letter) {
        var lines = new ArrayList<String>();
        letter.properties().forEach(field -> {
            if (!field.getKey().equals("payload")) {
                lines.add(field.getKey() + ": "
                        + field.getValue().asString(field.getValue().toString()));
            }
        });
        lines.add("payload:");
        lines.add(letter.path("payload").asString(""));
        return lines;
    }

    /** One line on how far it is. */
    static String progress(JsonNode redrive) {
        var total = redrive.path("total").asInt();
        var sent = redrive.path("sent").asInt();
        var done = total == 0 ? BAR : (int) ((long) BAR * sent / total);
        return "[" + "#".repeat(done) + ".".repeat(BAR - done) + "] " + sent + " of " + total;
    }

    /** What came of it, or would. */
    static List<String> outcome(JsonNode redrive) {
        var lines = new ArrayList<String>();
        lines.add(redrive.path("found").asInt() + " found, "
                + redrive.path("total").asInt() + " to send, "
                + redrive.path("quarantined").asInt() + " in quarantine after three redrives, "
                + redrive.path("notRepeatable").asInt() + " that cannot be put back");
        redrive.path("byTopic")
                .properties()
                .forEach(topic -> lines.add(
                        "  " + topic.getKey() + ": " + topic.getValue().asInt()));
        lines.add(
                switch (redrive.path("state").asString("")) {
                    case "DRY_RUN" -> "dry run: nothing was sent";
                    case "DONE" -> "done: redrive " + redrive.path("id").asLong();
                    default -> "failed: " + redrive.path("error").asString("no reason given");
                });
        return lines;
    }
}
