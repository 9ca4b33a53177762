package io.inkstream.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * What one service can be told, read from its sources: the values of its settings file and the components of its settings
 * records. Names are compared as Spring binds environment variables: letters and digits only, in lower case.
 *
 * @param values property to value, of the settings file's first document
 * @param names every property, in comparable form
 * @param prefixes properties below which anything goes (maps and lists), in comparable form
 * @param local properties whose value names this machine
 */
record ServiceSettings(Map<String, String> values, Set<String> names, Set<String> prefixes, Set<String> local) {
    private static final Pattern SETTINGS_RECORD =
            Pattern.compile("@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s*(?:public\\s+)?record\\s+\\w+\\(");
    private static final Pattern COMPONENT = Pattern.compile("([\\w.]+(?:<.*>)?(?:\\[])?)\\s+(\\w+)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");

    static ServiceSettings of(Path module) {
        var settings = new ServiceSettings(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        settings.readFile(module.resolve("src/main/resources/" + module.getFileName() + ".yml"));
        try (var sources = Files.walk(module.resolve("src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(settings::readRecords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    /** Whether a property, or an environment variable, says something to this service. */
    boolean knows(String propertyOrVariable) {
        var wanted = comparable(propertyOrVariable);
        return names.contains(wanted) || prefixes.stream().anyMatch(wanted::startsWith);
    }

    /** Properties of the settings file, in any profile, that lead to localhost; where a server listens is another matter. */
    List<String> pointingAtThisMachine() {
        return local.stream().filter(property -> !property.endsWith(".address")).toList();
    }

    /** Whether an environment variable gives this property, or a part of it. */
    static boolean isOf(String variable, String property) {
        return comparable(variable).startsWith(comparable(property));
    }

    /** The port that a property gives, with its placeholder at the default. */
    @Nullable
    Integer port(String property) {
        var value = values.get(property);
        return value == null ? null : Integer.valueOf(PLACEHOLDER.matcher(value).replaceAll("$1"));
    }

    /** Every property of a YAML file with its value; sequences count as one property. */
    static void properties(Path file, BiConsumer<Integer, Map.Entry<String, String>> each) {
        var document = 0;
        for (var tree : new Yaml().loadAll(read(file))) {
            var found = new TreeMap<String, String>();
            flatten("", tree, found);
            for (var property : found.entrySet()) {
                each.accept(document, property);
            }
            document++;
        }
    }

    private void readFile(Path file) {
        properties(file, (document, property) -> {
            names.add(comparable(property.getKey()));
            if (property.getValue().matches("(?s).*(localhost|127\\.0\\.0\\.1).*")) {
                local.add(property.getKey());
            }
            if (document == 0) {
                values.put(property.getKey(), property.getValue());
            }
        });
    }

    private void readRecords(Path file) {
        var source = read(file);
        var found = SETTINGS_RECORD.matcher(source);
        while (found.find()) {
            for (var component : components(source, found.end())) {
                var parts = COMPONENT.matcher(component.strip());
                if (parts.find()) {
                    var name = comparable(found.group(1) + parts.group(2));
                    names.add(name);
                    if (parts.group(1).matches("(Map|List|Set)<.*")) {
                        prefixes.add(name);
                    }
                }
            }
        }
    }

    /** The texts between the commas of a record's header: those outside any bracket and any string. */
    private static List<String> components(String source, int start) {
        var all = new java.util.ArrayList<String>();
        var text = new StringBuilder();
        var depth = 0;
        var quoted = false;
        for (var at = start; at < source.length(); at++) {
            var character = source.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            }
            if (!quoted && depth == 0 && (character == ',' || character == ')')) {
                all.add(text.toString());
                text.setLength(0);
                if (character == ')') {
                    return all;
                }
                continue;
            }
            if (!quoted) {
                depth += "(<{".indexOf(character) >= 0 ? 1 : ")>}".indexOf(character) >= 0 ? -1 : 0;
            }
            text.append(character);
        }
        throw new IllegalArgumentException("a record without an end");
    }

    private static void flatten(String path, @Nullable Object node, Map<String, String> into) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(path.isEmpty() ? String.valueOf(key) : path + "." + key, value, into));
        } else {
            into.put(path, String.valueOf(node));
        }
    }

    private static String comparable(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
