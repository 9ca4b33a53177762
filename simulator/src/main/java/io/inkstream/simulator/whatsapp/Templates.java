package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.whatsapp.TemplateProperties.Approved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The approved templates: whether a send fits one, and what its recipient reads. */
@Component
public final class Templates {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern UNFIT_TEXT = Pattern.compile("[\\n\\t]| {5}");

    private final Map<String, Approved> approved;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    /** What Meta may do to a template at any time. */
    enum State {
        APPROVED,
        HELD,
        PAUSED,
        DISABLED
    }

    Templates(TemplateProperties properties) {
        this.approved = properties.approved();
    }

    void put(String name, State state) {
        states.put(name, state);
    }

    State state(String name) {
        return states.getOrDefault(name, State.APPROVED);
    }

    /** Why Meta would refuse this template message; null: it would not. */
    @Nullable
    GraphError check(JsonNode template, boolean toUserId) {
        var name = template.path("name").asString("");
        var language = template.path("language").path("code").asString("");
        if (name.isEmpty() || language.isEmpty()) {
            return GraphErrors.PARAMETER_MISSING.because("Parameter template name or language code is missing");
        }
        var known = approved.get(name);
        var body = known == null ? null : known.bodies().get(language);
        if (known == null || body == null) {
            return GraphErrors.TEMPLATE_UNKNOWN.because("template name (" + name + ") does not exist in " + language);
        }
        return switch (state(name)) {
            case PAUSED -> GraphErrors.TEMPLATE_PAUSED;
            case DISABLED -> GraphErrors.TEMPLATE_DISABLED;
            case APPROVED, HELD ->
                toUserId && known.category().equals("authentication")
                        ? GraphErrors.NO_BSUID
                        : checkParameters(template, body);
        };
    }

    private static @Nullable GraphError checkParameters(JsonNode template, String body) {
        var expected = PARAMETER.matcher(body).results().count();
        var given = parameters(template, "body");
        if (given.size() != expected) {
            return GraphErrors.TEMPLATE_PARAMETERS.because("body: number of localizable_params (" + given.size()
                    + ") does not match the expected number of params (" + expected + ")");
        }
        var unfit = given.stream().anyMatch(parameter -> {
            var text = parameter.path("text").asString("");
            return text.isEmpty() || UNFIT_TEXT.matcher(text).find();
        });
        return unfit ? GraphErrors.TEMPLATE_PARAMETER_FORMAT : null;
    }

    /** Whether sends of it cost money outside the service window, which sends of unknown ones do not. */
    String category(String name) {
        var known = approved.get(name);
        return known == null ? "utility" : known.category();
    }

    /** What the recipient reads. */
    public Shown show(JsonNode template) {
        var known = approved.get(template.path("name").asString(""));
        var body = known == null
                ? null
                : known.bodies().get(template.path("language").path("code").asString(""));
        if (known == null || body == null) {
            return new Shown("", List.of());
        }
        var given = parameters(template, "body");
        var next = new int[1];
        var text = PARAMETER.matcher(body).replaceAll(match -> {
            var index = next[0]++;
            return index < given.size() ? quoted(given.get(index).path("text").asString("")) : "";
        });
        return new Shown(text, known.buttons());
    }

    /** A template as it appears in the chat. */
    public record Shown(String text, List<String> buttons) {}

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private static List<JsonNode> parameters(JsonNode template, String component) {
        var parameters = new ArrayList<JsonNode>();
        for (var part : template.path("components")) {
            if (part.path("type").asString("").equalsIgnoreCase(component)) {
                part.path("parameters").forEach(parameters::add);
            }
        }
        return parameters;
    }
}
