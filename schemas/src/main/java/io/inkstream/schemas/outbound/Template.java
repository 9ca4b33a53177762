package io.inkstream.schemas.outbound;

import java.util.List;

/** The approved template that stands for a message outside the 24 h window. {@code language} as Meta writes it: en_GB. */
public record Template(String name, String language, List<String> parameters) {
    public Template {
        parameters = List.copyOf(parameters);
    }
}
