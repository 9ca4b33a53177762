package io.inkstream.schemas.contract;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The fields that a schema of ours declares, as {@code Definition.field} or {@code Definition=ENUM}, and which a record shows. */
final class SchemaFields {
    private final JsonNode schema;

    SchemaFields(JsonNode schema) {
        this.schema = schema;
    }

    Set<String> declared() {
        var declared = new TreeSet<String>();
        addDeclared(schema, name(schema), declared);
        schema.path("$defs")
                .properties()
                .forEach(definition -> addDeclared(definition.getValue(), definition.getKey(), declared));
        return declared;
    }

    private static void addDeclared(JsonNode definition, String name, Set<String> declared) {
        definition.path("properties").propertyNames().forEach(field -> declared.add(name + "." + field));
        definition.path("enum").forEach(value -> declared.add(name + "=" + value.asString()));
    }

    Set<String> shownBy(JsonNode record) {
        var shown = new TreeSet<String>();
        walk(schema, name(schema), record, shown);
        return shown;
    }

    private static String name(JsonNode schema) {
        return schema.path("title").asString();
    }

    private void walk(JsonNode definition, String name, JsonNode value, Set<String> shown) {
        if (definition.has("$ref")) {
            var target = definition.get("$ref").asString().substring("#/$defs/".length());
            walk(schema.path("$defs").path(target), target, value, shown);
        }
        definition.path("oneOf").forEach(variant -> {
            if (matches(variant, value)) {
                walk(variant, name, value, shown);
            }
        });
        if (definition.has("enum")) {
            shown.add(name + "=" + value.asString());
        }
        definition.path("properties").properties().forEach(property -> {
            if (value.has(property.getKey())) {
                shown.add(name + "." + property.getKey());
                walk(property.getValue(), name, value.get(property.getKey()), shown);
            }
        });
        if (definition.has("items")) {
            value.forEach(item -> walk(definition.get("items"), name, item, shown));
        }
        if (definition.has("additionalProperties")) {
            value.forEach(item -> walk(definition.get("additionalProperties"), name, item, shown));
        }
    }

    /** Whether this variant's discriminator is the value's. */
    private boolean matches(JsonNode variant, JsonNode value) {
        var target = variant.get("$ref").asString().substring("#/$defs/".length());
        return schema.path("$defs").path(target).path("properties").properties().stream()
                .filter(property -> property.getValue().has("const"))
                .anyMatch(property -> property.getValue().get("const").equals(value.get(property.getKey())));
    }
}
