package io.inkstream.admin.commands;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.inkstream.admin.web.Problem;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.LeadAction;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/** Reads a command request into an action. Wrong form is a 400 problem that names the field; whether it is allowed is not decided here. */
final class CommandForm {
    private static final int TEXT_CHARS_MAX = 4_096;
    private static final int REASON_CHARS_MAX = 1_000;
    private static final String MINOR = "Minor";

    /** By the name on the wire. */
    private static final Map<String, Class<?>> ACTIONS = Arrays.stream(
                    LeadAction.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::value)
            .collect(Collectors.toMap(CommandForm::nameOf, type -> type, (a, _) -> a, TreeMap::new));

    private static final ObjectReader READER = Json.MAPPER
            .readerFor(LeadAction.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

    private CommandForm() {}

    static LeadAction read(CommandRequest request) {
        var name = request.type();
        var type = name == null ? null : ACTIONS.get(name);
        if (type == null) {
            throw Problem.badRequest("unknown-command", "The type must be one of " + ACTIONS.keySet() + ".");
        }
        var tree = Json.MAPPER.createObjectNode().put("action", name);
        request.arguments().forEach((field, value) -> tree.set(fieldName(type, field), value));
        try {
            LeadAction action = READER.readValue(tree);
            return checked(action);
        } catch (JacksonException e) {
            throw Problem.badRequest("bad-command", "The command's fields do not fit: " + fault(e) + ".");
        }
    }

    /** Whether the command must say which version of the lead the person saw. */
    static boolean needsVersion(LeadAction action) {
        return switch (action) {
            case LeadAction.Approve _, LeadAction.Reject _, LeadAction.HandBack _, LeadAction.Close _ -> true;
            case LeadAction.Ask _ -> false; // words fit any version
        };
    }

    private static LeadAction checked(LeadAction action) {
        switch (action) {
            case LeadAction.Approve approve -> check(approve);
            case LeadAction.Reject reject -> text("reason", reject.reason(), REASON_CHARS_MAX);
            case LeadAction.Ask ask -> {
                // the record cannot know that a door left it out
                if (isBlank(ask.text())) {
                    throw Problem.badRequest("bad-command", "text must say something.");
                }
                text("text", ask.text(), TEXT_CHARS_MAX);
            }
            case LeadAction.HandBack back -> text("question", back.question(), REASON_CHARS_MAX);
            case LeadAction.Close close -> text("reason", close.reason(), REASON_CHARS_MAX);
        }
        return action;
    }

    private static void check(LeadAction.Approve approve) {
        positive("priceFromMinor", approve.priceFromMinor());
        positive("priceToMinor", approve.priceToMinor());
        positive("depositMinor", approve.depositMinor());
        var from = approve.priceFromMinor();
        var to = approve.priceToMinor();
        if (from != null && to != null && from > to) {
            throw Problem.badRequest("bad-command", "priceFromMinor must not be above priceToMinor.");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void text(String field, @Nullable String text, int max) {
        if (text == null) {
            return;
        }
        if (text.length() > max) {
            throw Problem.badRequest("bad-command", field + " must have at most " + max + " characters.");
        }
        if (text.codePoints().anyMatch(CommandForm::halfPair)) {
            throw Problem.badRequest("bad-command", field + " holds half a character, which no log can keep.");
        }
    }

    private static boolean halfPair(int codePoint) {
        return Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint);
    }

    private static void positive(String field, @Nullable Long amount) {
        if (amount != null && amount < 0) {
            throw Problem.badRequest("bad-command", field + " must not be negative.");
        }
    }

    /** The specification writes priceFrom, the record priceFromMinor: both are understood. */
    private static String fieldName(Class<?> type, String field) {
        var names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return !names.contains(field) && names.contains(field + MINOR) ? field + MINOR : field;
    }

    private static String fault(JacksonException e) {
        var path = e.getPath().stream()
                .map(reference -> String.valueOf(reference.getPropertyName()))
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "not readable" : path;
    }

    private static String nameOf(Class<?> action) {
        var name = action.getAnnotation(com.fasterxml.jackson.annotation.JsonTypeName.class);
        return name == null ? action.getSimpleName() : name.value();
    }
}
