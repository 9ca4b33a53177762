package io.inkstream.schemas.contract;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.WireTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A type that stands on a topic, in one version, with the files that pin it down. */
record WireType(String name, int version, Class<? extends WireRecord> record) {
    private static final Path SCHEMAS = Path.of("src/main/resources/io/inkstream/schemas");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** Every version that ever existed: the golden folders say which. */
    static Stream<WireType> all() {
        return WireTypes.LIST.stream().flatMap(record -> {
            var name = nameOf(record);
            return versions(name).stream().map(version -> new WireType(name, version, record));
        });
    }

    /** The version that is written today. */
    static Stream<WireType> current() {
        return WireTypes.LIST.stream().map(record -> {
            var name = nameOf(record);
            return new WireType(name, versions(name).getLast(), record);
        });
    }

    static String nameOf(Class<?> record) {
        return Objects.requireNonNull(record.getAnnotation(JsonTypeName.class), record + " has no @JsonTypeName")
                .value();
    }

    Path schemaFile() {
        return SCHEMAS.resolve(this + ".json");
    }

    List<Path> goldenFiles() {
        return list(GOLDEN.resolve(toString()));
    }

    private static List<Integer> versions(String name) {
        var versions = list(GOLDEN).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(folder -> folder.matches(name.replace(".", "\\.") + "\\.v\\d+"))
                .map(folder -> Integer.parseInt(folder.substring(name.length() + 2)))
                .sorted()
                .toList();
        if (versions.isEmpty()) {
            throw new AssertionError("no golden file for " + name + ": add " + GOLDEN.resolve(name + ".v1"));
        }
        return versions;
    }

    static List<Path> schemaFiles() {
        return list(SCHEMAS);
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    @Override
    public String toString() {
        return name + ".v" + version;
    }
}
