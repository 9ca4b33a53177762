package io.inkstream.simulator.whatsapp;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Meta accepts as a message: required parts and limits. Lengths are UTF-16 units, the strictest reading. */
final class SendRules {
    private static final int TEXT = 4096;
    private static final int BODY = 1024;
    private static final int LIST_BODY = 4096;
    private static final int CAPTION = 1024;
    private static final int HEADER = 60;
    private static final int FOOTER = 60;
    private static final int BUTTONS = 3;
    private static final int BUTTON_TITLE = 20;
    private static final int BUTTON_ID = 256;
    private static final int ROWS = 10;
    private static final int SECTIONS = 10;
    private static final int SECTION_TITLE = 24;
    private static final int ROW_TITLE = 24;
    private static final int ROW_DESCRIPTION = 72;
    private static final int ROW_ID = 200;
    private static final int URL = 2000;
    private static final int CALLBACK_DATA = 512;
    private static final Set<String> MEDIA = Set.of("image", "video", "document", "audio", "sticker");
    private static final Set<String> OTHER_TYPES = Set.of("location", "contacts", "reaction");

    private final Templates templates;

    SendRules(Templates templates) {
        this.templates = templates;
    }

    /** Why Meta would refuse this message; null: it would not. */
    @Nullable
    GraphError check(JsonNode message) {
        var problems = new Problems();
        problems.unless(
                message.path("messaging_product").asString("").equals("whatsapp"),
                () -> missing("The parameter messaging_product is required."));
        problems.unless(
                !message.path("to").asString("").isBlank()
                        || !message.path("recipient").asString("").isBlank(),
                () -> missing("The parameter to is required."));
        problems.unless(
                message.path("biz_opaque_callback_data").asString("").length() <= CALLBACK_DATA,
                () -> value("biz_opaque_callback_data length invalid. Max length: " + CALLBACK_DATA));
        if (problems.first() == null) {
            checkContent(problems, message);
        }
        return problems.first();
    }

    private void checkContent(Problems problems, JsonNode message) {
        var type = message.path("type").asString("text");
        switch (type) {
            case "text" -> checkText(problems, message.path("text"));
            case "interactive" -> checkInteractive(problems, message.path("interactive"));
            case "template" -> {
                var toUserId = message.path("to").asString("").isBlank();
                problems.add(templates.check(message.path("template"), toUserId));
            }
            default -> {
                if (MEDIA.contains(type)) {
                    checkMedia(problems, message.path(type), type);
                } else {
                    problems.unless(OTHER_TYPES.contains(type), () -> GraphErrors.INVALID_PARAMETER);
                }
            }
        }
    }

    private static void checkText(Problems problems, JsonNode text) {
        var body = text.path("body");
        problems.unless(
                body.isString() && !body.stringValue().isEmpty(),
                () -> missing("The parameter text['body'] is required."));
        problems.unless(
                body.asString("").length() <= TEXT,
                () -> missing("Param text['body'] must be at most " + TEXT + " characters long."));
    }

    private static void checkMedia(Problems problems, JsonNode media, String type) {
        problems.unless(
                media.hasNonNull("id") || media.hasNonNull("link"),
                () -> missing("The parameter " + type + "['id'] or " + type + "['link'] is required."));
        checkLength(problems, "Caption", media.path("caption"), 0, CAPTION);
    }

    private static void checkInteractive(Problems problems, JsonNode interactive) {
        var action = interactive.path("action");
        switch (interactive.path("type").asString("")) {
            case "button" -> {
                checkFrame(problems, interactive, BODY);
                checkButtons(problems, action.path("buttons"));
            }
            case "list" -> {
                checkFrame(problems, interactive, LIST_BODY);
                checkLength(problems, "Button label", action.path("button"), 1, BUTTON_TITLE);
                checkSections(problems, action.path("sections"));
            }
            case "cta_url" -> {
                checkFrame(problems, interactive, BODY);
                checkLink(problems, action);
            }
            default -> problems.add(value("Interactive type is not valid."));
        }
    }

    private static void checkFrame(Problems problems, JsonNode interactive, int bodyLimit) {
        checkLength(problems, "Body text", interactive.path("body").path("text"), 1, bodyLimit);
        if (interactive.has("footer")) {
            checkLength(problems, "Footer text", interactive.path("footer").path("text"), 1, FOOTER);
        }
        var header = interactive.path("header");
        if (header.path("type").asString("").equals("text")) {
            checkLength(problems, "Header text", header.path("text"), 1, HEADER);
        }
    }

    private static void checkButtons(Problems problems, JsonNode buttons) {
        problems.unless(
                !buttons.isEmpty() && buttons.size() <= BUTTONS,
                () -> value("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: " + BUTTONS));
        var ids = new HashSet<String>();
        var titles = new HashSet<String>();
        for (var button : buttons) {
            var reply = button.path("reply");
            problems.unless(button.path("type").asString("").equals("reply"), () -> value("Button type is not valid."));
            checkLength(problems, "Button title", reply.path("title"), 1, BUTTON_TITLE);
            checkLength(problems, "Button id", reply.path("id"), 1, BUTTON_ID);
            problems.unless(ids.add(reply.path("id").asString("")), () -> value("Duplicated button id."));
            problems.unless(titles.add(reply.path("title").asString("")), () -> value("Duplicated button title."));
        }
    }

    private static void checkSections(Problems problems, JsonNode sections) {
        problems.unless(
                !sections.isEmpty() && sections.size() <= SECTIONS,
                () -> value("Invalid sections count. Min allowed sections: 1, Max allowed sections: " + SECTIONS));
        var ids = new HashSet<String>();
        for (var section : sections) {
            checkLength(problems, "Section title", section.path("title"), sections.size() > 1 ? 1 : 0, SECTION_TITLE);
            problems.unless(!section.path("rows").isEmpty(), () -> value("A section has no rows."));
            for (var row : section.path("rows")) {
                checkLength(problems, "Row title", row.path("title"), 1, ROW_TITLE);
                checkLength(problems, "Row id", row.path("id"), 1, ROW_ID);
                checkLength(problems, "Row description", row.path("description"), 0, ROW_DESCRIPTION);
                problems.unless(ids.add(row.path("id").asString("")), () -> value("Duplicated row id."));
            }
        }
        problems.unless(ids.size() <= ROWS, () -> value("Total row count exceed max allowed count: " + ROWS));
    }

    private static void checkLink(Problems problems, JsonNode action) {
        var parameters = action.path("parameters");
        var url = parameters.path("url").asString("");
        problems.unless(action.path("name").asString("").equals("cta_url"), () -> value("Action name is not valid."));
        checkLength(problems, "Display text", parameters.path("display_text"), 1, BUTTON_TITLE);
        checkLength(problems, "URL", parameters.path("url"), 1, URL);
        problems.unless(url.startsWith("https://") || url.startsWith("http://"), () -> value("URL is not valid."));
    }

    private static void checkLength(Problems problems, String what, JsonNode text, int min, int max) {
        var length = text.asString("").length();
        problems.unless(
                length >= min && length <= max,
                () -> value(what + " length invalid. Min length: " + min + ", Max length: " + max));
    }

    private static GraphError value(String details) {
        return GraphErrors.PARAMETER_VALUE.because(details);
    }

    private static GraphError missing(String title) {
        return new GraphError(400, 100, null, title, null, false);
    }

    /** Keeps the first problem: Meta names one at a time. */
    private static final class Problems {
        private @Nullable GraphError first;

        void unless(boolean fine, Supplier<GraphError> problem) {
            if (!fine) {
                add(problem.get());
            }
        }

        void add(@Nullable GraphError problem) {
            if (first == null) {
                first = problem;
            }
        }

        @Nullable
        GraphError first() {
            return first;
        }
    }
}
