package io.inkstream.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Which route the tests' infrastructure takes: {@code -Dtest.infra=auto|embedded|docker}. {@code auto} takes Docker where
 * an engine answers; {@code docker} fails where none does, so that a run cannot quietly test something else.
 */
enum TestInfra {
    EMBEDDED,
    DOCKER;

    /** Decided once per JVM: asking the engine takes a second. */
    static final TestInfra ROUTE = choose(System.getProperty("test.infra", "auto"));

    private static TestInfra choose(String wish) {
        var route = switch (wish) {
            case "embedded" -> EMBEDDED;
            case "docker" -> DOCKER;
            case "auto" -> DockerClientFactory.instance().isDockerAvailable() ? DOCKER : EMBEDDED;
            default ->
                throw new IllegalArgumentException("test.infra is auto, embedded or docker, not \"" + wish + "\"");
        };
        LoggerFactory.getLogger(TestInfra.class).info("tests use {} Kafka and PostgreSQL (test.infra={})", route, wish);
        return route;
    }

    /** A folder that goes when the JVM ends. */
    static Path temporaryFolder(String name) {
        try {
            var folder = Files.createTempDirectory("inkstream-" + name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                var ignored = path.toFile().delete(); // best effort: the system's temporary folder is cleaned anyway
            });
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(TestInfra.class).debug("left behind {}", folder);
        }
    }
}
