package io.inkstream.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recorded request, answer or event of a real service. */
record Fixture(String name, JsonNode content) {
    private static final Path ROOT = Path.of("src/test/resources/fixtures");
    private static final JsonMapper JSON = JsonMapper.shared();

    static Fixture of(String path) {
        try {
            return new Fixture(path, JSON.readTree(Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files of a folder. */
    static Set<String> namesIn(String folder) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status() {
        return content.path("http_status").asInt();
    }

    JsonNode body() {
        return content.path("body");
    }

    /** The same fields with values of the same types; whatever is in {@code free} may differ, the rest must be equal. */
    static void assertSameShape(JsonNode expected, JsonNode actual, List<String> free) {
        assertSameShape(expected, actual, free, "");
    }

    private static void assertSameShape(JsonNode expected, JsonNode actual, List<String> free, String path) {
        assertThat(actual.getNodeType()).as("type of %s", path).isEqualTo(expected.getNodeType());
        if (expected.isObject()) {
            assertThat(actual.propertyNames())
                    .as("fields of %s", path)
                    .containsExactlyInAnyOrderElementsOf(expected.propertyNames());
            expected.properties().forEach(entry -> compare(entry.getKey(), entry.getValue(), actual, free, path));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as("length of %s", path).isEqualTo(expected.size());
            for (var index = 0; index < expected.size(); index++) {
                assertSameShape(expected.get(index), actual.get(index), free, path + "[" + index + "]");
            }
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    private static void compare(String field, JsonNode expected, JsonNode parent, List<String> free, String path) {
        var actual = parent.path(field);
        if (free.contains(field)) {
            assertThat(actual.getNodeType()).as("type of %s.%s", path, field).isEqualTo(expected.getNodeType());
        } else {
            assertSameShape(expected, actual, free, path + "." + field);
        }
    }
}
