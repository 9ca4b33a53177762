package io.inkstream.simulator.whatsapp;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The templates that Meta has approved for the studio, see {@code simulator.yml}.
 *
 * @param approved name to its texts
 */
@ConfigurationProperties("inkstream.simulator.whatsapp.templates")
record TemplateProperties(@DefaultValue Map<String, Approved> approved) {

    TemplateProperties {
        approved = Map.copyOf(approved);
    }

    /**
     * One template.
     *
     * @param category utility, marketing or authentication
     * @param bodies language code (en_GB) to text with {{1}}, {{2}} or {{name}} for parameters
     * @param buttons texts of its buttons
     */
    record Approved(
            @DefaultValue("utility") String category,
            @DefaultValue Map<String, String> bodies,
            @DefaultValue List<String> buttons) {
        Approved {
            bodies = Map.copyOf(bodies);
            buttons = List.copyOf(buttons);
        }
    }
}
