package io.inkstream.conversation.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What stands under one copy key in one locale: the text, what can be tapped, and the line for a template. */
record Section(
        Wording text,
        List<Choice> buttons,
        @Nullable String listLabel,
        List<Choice> rows,
        @Nullable Wording line) {

    /** Something to tap: a button (without description) or a list row. */
    record Choice(String id, String title, @Nullable Wording description) {}

    Set<String> placeholders() {
        var all = new TreeSet<>(text.names());
        rows.forEach(row -> {
            if (row.description() != null) {
                all.addAll(row.description().names());
            }
        });
        if (line != null) {
            all.addAll(line.names());
        }
        return all;
    }

    /** Reads the lines under a key; throws on a malformed directive, so that a typing error stops the build. */
    static Section parse(String key, List<String> lines) {
        var text = new ArrayList<String>();
        var buttons = new ArrayList<Choice>();
        var rows = new ArrayList<Choice>();
        String listLabel = null;
        Wording line = null;
        for (var current : lines) {
            if (current.startsWith("button: ")) {
                buttons.add(choice(key, current.substring("button: ".length()), 2));
            } else if (current.startsWith("row: ")) {
                rows.add(choice(key, current.substring("row: ".length()), 3));
            } else if (current.startsWith("list: ")) {
                listLabel = current.substring("list: ".length());
            } else if (current.startsWith("line: ")) {
                line = new Wording(current.substring("line: ".length()));
            } else {
                text.add(current);
            }
        }
        return new Section(
                new Wording(String.join("\n", text).strip()), List.copyOf(buttons), listLabel, List.copyOf(rows), line);
    }

    private static Choice choice(String key, String directive, int parts) {
        var cells = directive.split(" \\| ", -1);
        if (cells.length != parts) {
            throw new IllegalArgumentException("malformed directive under [" + key + "]: " + directive);
        }
        return new Choice(cells[0], cells[1], parts == 3 ? new Wording(cells[2]) : null);
    }
}
