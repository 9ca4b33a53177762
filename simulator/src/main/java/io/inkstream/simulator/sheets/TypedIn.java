package io.inkstream.simulator.sheets;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/**
 * USER_ENTERED input: what a person's typing turns into. A telephone number becomes a number and a formula a result,
 * which is why nobody should write a client's words that way.
 */
final class TypedIn {
    private TypedIn() {}

    static JsonNode read(JsonNode value) {
        if (!value.isString()) {
            return value;
        }
        var text = value.stringValue();
        if (text.startsWith("'")) {
            return StringNode.valueOf(text.substring(1));
        }
        if (text.startsWith("=")) {
            return StringNode.valueOf("#ERROR!"); // formulas are not computed here
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
        }
        return text.matches("[+-]?\\d{1,15}(\\.\\d+)?")
                ? DecimalNode.valueOf(new BigDecimal(text.replaceFirst("^\\+", "")))
                : value;
    }
}
