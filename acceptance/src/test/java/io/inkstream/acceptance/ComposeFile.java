package io.inkstream.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}, with its anchors and merges resolved and its variables not yet filled in. */
record ComposeFile(Map<String, Object> tree) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_0-9]+)(?::-([^}]*))?}");

    /**
     * One container.
     *
     * @param environment names to values; a null value passes the variable of the same name through
     */
    record Container(String name, Map<String, @Nullable Object> definition, Map<String, @Nullable Object> environment) {

        /** The Maven module that it runs; null for images that are not ours and for the command line. */
        @Nullable
        String module() {
            return definition.get("build") instanceof Map<?, ?> build && build.get("args") instanceof Map<?, ?> args
                    ? (String) args.get("MODULE")
                    : null;
        }

        @Nullable
        String dockerfile() {
            return definition.get("build") instanceof Map<?, ?> build ? (String) build.get("dockerfile") : null;
        }

        List<String> strings(String key) {
            return definition.get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        String value(String variable) {
            return String.valueOf(environment.get(variable));
        }
    }

    static ComposeFile read(Path file) {
        try {
            return new ComposeFile(new Yaml().load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Container> containers() {
        return section("services").entrySet().stream()
                .map(service -> {
                    var definition = asMap(service.getValue());
                    return new Container(service.getKey(), definition, asMap(definition.get("environment")));
                })
                .toList();
    }

    /** Containers that run one of our services. */
    List<Container> services() {
        return containers().stream()
                .filter(container -> container.module() != null)
                .toList();
    }

    Map<String, @Nullable Object> section(String name) {
        return asMap(tree.get(name));
    }

    /** Every variable that starting this file reads. */
    Set<String> variables() {
        var names = new TreeSet<String>();
        texts(tree).flatMap(text -> VARIABLE.matcher(text).results()).forEach(found -> names.add(found.group(1)));
        containers()
                .forEach(container -> container.environment().forEach((name, value) -> {
                    if (value == null) {
                        names.add(name);
                    }
                }));
        return names;
    }

    /** The text with every variable at its default. */
    static String withDefaults(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNullElse(found.group(2), "")));
    }

    private static Stream<String> texts(@Nullable Object node) {
        return switch (node) {
            case Map<?, ?> map -> map.values().stream().flatMap(ComposeFile::texts);
            case List<?> list -> list.stream().flatMap(ComposeFile::texts);
            case String text -> Stream.of(text);
            case null, default -> Stream.of();
        };
    }

    private static Map<String, @Nullable Object> asMap(@Nullable Object node) {
        var copy = new TreeMap<String, @Nullable Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
