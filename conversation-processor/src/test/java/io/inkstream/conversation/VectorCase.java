package io.inkstream.conversation;

import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One case of a vector file: an input, and the fields that are expected of the answer. */
record VectorCase(String function, String id, JsonNode input, JsonNode expect) {

    /** The cases of one file of the folder {@code -Dvectors.dir}, by default the project's own copy. */
    static Stream<VectorCase> of(String file) {
        var tree = Json.tree(read(file));
        var function = tree.path("function").asString();
        return tree.path("cases")
                .valueStream()
                .map(node ->
                        new VectorCase(function, node.path("id").asString(), node.path("input"), node.path("expect")));
    }

    private static byte[] read(String file) {
        var folder = System.getProperty("vectors.dir");
        try (var own = VectorCase.class.getResourceAsStream("/vectors/" + file)) {
            return folder != null
                    ? Files.readAllBytes(Path.of(folder, file))
                    : Objects.requireNonNull(own, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text of the input; null counts as empty. */
    String text(String field) {
        var node = input.path(field);
        return node.isString() ? node.asString() : "";
    }

    @Override
    public String toString() {
        return id + " " + input;
    }
}
