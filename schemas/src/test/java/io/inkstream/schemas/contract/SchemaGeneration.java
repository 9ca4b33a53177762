package io.inkstream.schemas.contract;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON Schema of a wire type from its record: a component is required unless it is {@code @Nullable}, exactly as
 * our reader sees it, and fields that the schema does not know are allowed, exactly as our reader ignores them. Knows the
 * few Java types that wire records are made of, and refuses any other.
 */
final class SchemaGeneration {
    static final String BASE = "https://inkstream.io/schemas/";

    private static final JsonMapper PRETTY = JsonMapper.builder().build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What our codec makes of a type without parts. */
    private static final Map<Class<?>, ObjectNode> SIMPLE = Map.ofEntries(
            Map.entry(String.class, type("string")),
            Map.entry(boolean.class, type("boolean")),
            Map.entry(Boolean.class, type("boolean")),
            Map.entry(int.class, type("integer")),
            Map.entry(Integer.class, type("integer")),
            Map.entry(long.class, type("integer")),
            Map.entry(Long.class, type("integer")),
            Map.entry(double.class, type("number")),
            Map.entry(BigDecimal.class, type("number")),
            Map.entry(Instant.class, type("string").put("format", "date-time")),
            Map.entry(LocalDate.class, type("string").put("format", "date")),
            Map.entry(LocalTime.class, type("string").put("pattern", "^\\d\\d:\\d\\d(:\\d\\d)?$")),
            Map.entry(Duration.class, type("string").put("format", "duration")),
            Map.entry(Object.class, JSON.objectNode().set("type", array("string", "number", "boolean"))));

    /** Types with parts, by name; they may refer to each other. */
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private SchemaGeneration() {}

    /** The schema's text, as it is checked in. */
    static String schemaOf(WireType type) {
        var generation = new SchemaGeneration();
        var schema = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", BASE + type + ".json")
                .put("title", type.record().getSimpleName());
        schema.setAll(generation.record(
                type.record(),
                Map.of("type", JSON.objectNode().put("const", type.name())),
                Map.of("version", JSON.objectNode().put("const", type.version()))));
        if (!generation.definitions.isEmpty()) {
            generation.definitions.forEach(schema.putObject("$defs")::set);
        }
        return PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    /** {@code leading}: properties that come before the record's own and are required. */
    @SafeVarargs
    private ObjectNode record(Class<?> record, Map<String, ObjectNode>... leading) {
        var schema = type("object");
        var properties = schema.putObject("properties");
        var required = JSON.arrayNode();
        for (var property : leading) {
            properties.setAll(property);
            property.keySet().forEach(required::add);
        }
        for (var component : record.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType()));
            if (!nullable(component)) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        return schema;
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType generic
            when generic.getRawType() == List.class ->
                type("array").set("items", of(generic.getActualTypeArguments()[0]));
            case ParameterizedType generic
            when generic.getRawType() == Map.class ->
                type("object").set("additionalProperties", of(generic.getActualTypeArguments()[1]));
            case Class<?> simple
            when SIMPLE.containsKey(simple) -> SIMPLE.get(simple).deepCopy();
            case Class<?> parts -> reference(parts);
            default -> throw new AssertionError("wire records are not made of " + type);
        };
    }

    private ObjectNode reference(Class<?> parts) {
        var name =
                parts.getName().substring(parts.getPackageName().length() + 1).replace('$', '.');
        if (!definitions.containsKey(name)) {
            definitions.put(name, JSON.objectNode()); // a type that contains itself must find itself here
            definitions.put(name, definition(parts));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode definition(Class<?> parts) {
        if (parts.isEnum()) {
            var names =
                    Stream.of(parts.getEnumConstants()).map(Object::toString).toArray(String[]::new);
            return type("string").set("enum", array(names));
        }
        if (parts.isSealed()) {
            var variants = JSON.arrayNode();
            Stream.of(parts.getPermittedSubclasses()).map(this::reference).forEach(variants::add);
            return JSON.objectNode().set("oneOf", variants);
        }
        if (!parts.isRecord()) {
            throw new AssertionError("wire records are not made of " + parts);
        }
        return parts.isAnnotationPresent(JsonTypeName.class) ? record(parts, discriminator(parts)) : record(parts);
    }

    /** The property that tells the variants of a sealed type apart. */
    private static Map<String, ObjectNode> discriminator(Class<?> variant) {
        var property = Stream.of(variant.getInterfaces())
                .map(parent -> parent.getAnnotation(JsonTypeInfo.class))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .property();
        return Map.of(property, JSON.objectNode().put("const", WireType.nameOf(variant)));
    }

    private static ObjectNode type(String name) {
        return JSON.objectNode().put("type", name);
    }

    private static tools.jackson.databind.node.ArrayNode array(String... values) {
        var array = JSON.arrayNode();
        Stream.of(values).forEach(array::add);
        return array;
    }
}
