package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** An OpenAPI document, held against real answers: status, content type, and every field with its kind. */
record ApiDescription(JsonNode document) {
    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "allOf");

    /** Fails unless the operation describes this answer; a status of its own, or {@code default} for errors. */
    void fits(String method, String path, Api.Answer answer) {
        var responses = document.path("paths").path(path).path(method).path("responses");
        var status = String.valueOf(answer.status());
        var where = method + " " + path + " " + status;
        var response =
                responses.has(status) || answer.status() < 400 ? responses.path(status) : responses.path("default");
        assertThat(response.isObject()).as(where + " is described").isTrue();
        if (answer.response().body().isEmpty()) {
            assertThat(response.has("content")).as(where + " has no body").isFalse();
            return;
        }
        var type = Objects.requireNonNull(answer.header("Content-Type")).split(";", 2)[0];
        var content = response.path("content");
        assertThat(content.propertyNames()).as(where).contains(type);
        assertThat(fault(content.path(type).path("schema"), answer.body(), ""))
                .as(where)
                .isEmpty();
    }

    /** Where a program puts what lets it in: names of headers and cookies. */
    List<String> securitySchemes() {
        return document.path("components")
                .path("securitySchemes")
                .valueStream()
                .map(scheme -> scheme.path("name").asString())
                .toList();
    }

    /** The first place where the value is not as described; empty text when there is none. */
    private String fault(JsonNode schema, JsonNode value, String at) {
        var known = resolved(schema);
        for (var alternative : ALTERNATIVES) {
            if (known.has(alternative)) {
                return known.path(alternative)
                                .valueStream()
                                .anyMatch(one -> fault(one, value, at).isEmpty())
                        ? ""
                        : at + " fits no alternative";
            }
        }
        return switch (known.path("type").asString("")) {
            case "object" -> faultOfObject(known, value, at);
            case "array" -> value.isArray() ? firstFault(known.path("items"), value, at) : at + " is no array";
            case "string" -> value.isString() ? "" : at + " is no string";
            case "boolean" -> value.isBoolean() ? "" : at + " is no boolean";
            case "integer" -> value.isIntegralNumber() ? "" : at + " is no integer";
            case "number" -> value.isNumber() ? "" : at + " is no number";
            default -> at + " is described by nothing: " + known;
        };
    }

    private String faultOfObject(JsonNode schema, JsonNode value, String at) {
        if (!value.isObject()) {
            return at + " is no object";
        }
        for (var field : value.properties()) {
            var name = at + "." + field.getKey();
            var own = schema.path("properties").path(field.getKey());
            var other = schema.path("additionalProperties");
            if (own.isMissingNode() && !other.isObject() && !other.asBoolean(false)) {
                return name + " is not described";
            }
            var described = own.isMissingNode() ? other : own;
            var fault = described.isObject() ? fault(described, field.getValue(), name) : "";
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return "";
    }

    private String firstFault(JsonNode items, JsonNode array, String at) {
        return array.valueStream()
                .map(item -> fault(items, item, at + "[]"))
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse("");
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
