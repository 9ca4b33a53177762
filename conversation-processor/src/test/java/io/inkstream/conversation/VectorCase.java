package io.inkstream.conversation;

import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One case of a vector file: an input, and the fields that are expected of the answer. */
record VectorCase(String function, String id, JsonNode input, JsonNode expect, JsonNode sets) {

    private static final List<String> OWN_FILES = List.of(
            "age.json",
            "answer-guards.json",
            "budget.json",
            "dimensions.json",
            "estimate.json",
            "handover-triggers.json",
            "intents.json",
            "location.json",
            "region.json",
            "slot-choice.json",
            "own-abuse.json",
            "own-age.json",
            "own-budget.json",
            "own-complexity.json",
            "own-dimensions.json",
            "own-handover-triggers.json",
            "own-edits.json",
            "own-handles.json",
            "own-health.json",
            "own-intents.json",
            "own-language.json",
            "own-questions.json",
            "own-timing.json",
            "own-yes-no.json",
            "own-slot-choice.json",
            "own-location.json");

    /** The cases of one file of the folder {@code -Dvectors.dir}, by default the project's own copy. */
    private static Stream<VectorCase> of(String file) {
        var tree = Json.tree(read(file));
        var function = tree.path("function").asString();
        return tree.path("cases")
                .valueStream()
                .map(node -> new VectorCase(
                        function,
                        node.path("id").asString(),
                        node.path("input"),
                        node.path("expect"),
                        tree.path("slot_sets")));
    }

    /** Every file of the folder. */
    static Stream<VectorCase> all() {
        var folder = System.getProperty("vectors.dir");
        return (folder == null ? OWN_FILES.stream() : filesIn(Path.of(folder))).flatMap(VectorCase::of);
    }

    private static Stream<String> filesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
