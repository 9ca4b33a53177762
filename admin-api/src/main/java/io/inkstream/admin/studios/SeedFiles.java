package io.inkstream.admin.studios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads seed files. Faults of all files together stop the start, each with its file and path. */
final class SeedFiles {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final ResourcePatternResolver resources;

    SeedFiles(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    List<StudioSeed> read(String location) {
        var faults = new ArrayList<String>();
        var seeds = new ArrayList<StudioSeed>();
        var studios = new HashSet<String>();
        for (var file : files(location)) {
            var name = String.valueOf(file.getFilename());
            var tree = parse(file, name, faults);
            var found = SeedFaults.of(tree);
            found.forEach(fault -> faults.add(name + ": " + fault));
            if (found.isEmpty() && tree instanceof ObjectNode settings) {
                var seed = new StudioSeed(name, settings);
                seeds.add(seed);
                if (!studios.add(seed.studio())) {
                    faults.add(name + ": studio " + seed.studio() + " has a file already");
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the studio settings have faults:\n  " + String.join("\n  ", faults));
        }
        return seeds;
    }

    private static JsonNode parse(Resource file, String name, List<String> faults) {
        try (var content = file.getInputStream()) {
            return YAML.readTree(content);
        } catch (JacksonException e) {
            faults.add(name + ": no YAML: " + e.getOriginalMessage());
            return YAML.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private List<Resource> files(String location) {
        try {
            return Arrays.stream(resources.getResources(location))
                    .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for studio settings at " + location, e);
        }
    }
}
