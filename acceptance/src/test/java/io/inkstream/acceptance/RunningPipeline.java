package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.local.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** {@code inkstream up} as a process of its own, on free ports, with a data folder that outlives the process. */
final class RunningPipeline implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final List<String> PORTS = List.of(
            "INGRESS",
            "ADMIN",
            "SIMULATOR",
            "KAFKA",
            "KAFKA_CONTROLLER",
            "POSTGRES",
            "INGRESS_MANAGEMENT",
            "ADMIN_MANAGEMENT",
            "PROCESSOR_MANAGEMENT",
            "SENDER_MANAGEMENT",
            "SHEETS_MANAGEMENT",
            "SIMULATOR_MANAGEMENT");

    private final Path home;
    private final Map<String, String> variables;
    private final Path output;
    private @Nullable Process process;

    private RunningPipeline(Path home, Map<String, String> variables) {
        this.home = home;
        this.variables = variables;
        this.output = home.resolve("output.txt");
    }

    /** Starts an empty pipeline. {@code more} are further environment variables. */
    static RunningPipeline startFresh(Path home, Map<String, String> more) {
        var variables = new HashMap<>(more);
        for (var port : PORTS) {
            variables.put("INKSTREAM_" + port + "_PORT", String.valueOf(FreePorts.next()));
        }
        variables.put("INKSTREAM_HOME", home.resolve("data").toString());
        var pipeline = new RunningPipeline(home, variables);
        pipeline.launch("--fresh");
        pipeline.awaitUp();
        return pipeline;
    }

    /** Starts again on the same data. */
    void restart() {
        launch();
        awaitUp();
    }

    /** Starts the process and does not wait for what it starts; {@link #awaitUp()} does. */
    void launch(String... options) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-jar",
                System.getProperty("standalone.jar", "../standalone/target/standalone.jar"),
                "up"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    void awaitUp() {
        var started = running();
        Awaitility.await("the pipeline is up")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> assertThat(started.isAlive())
                        .as("the pipeline goes on starting; its output: %s", said())
                        .isTrue())
                .until(() -> said().contains("Inkstream is up"));
    }

    /** What it has printed since it started last. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it run for so long; false when it ended meanwhile. */
    boolean runsFor(Duration time) throws InterruptedException {
        return !running().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL, as when the power button is held or the kernel runs out of memory. */
    void kill() {
        var killed = running();
        killed.destroyForcibly();
        awaitEnd(killed);
    }

    /** Ctrl-C. */
    void stop() {
        var stopped = running();
        stopped.destroy();
        awaitEnd(stopped);
    }

    Path data() {
        return home.resolve("data");
    }

    /** What it prints since it started last. */
    Path output() {
        return output;
    }

    URI ingress(String path) {
        return at("INGRESS", path);
    }

    URI admin(String path) {
        return at("ADMIN", path);
    }

    URI simulator(String path) {
        return at("SIMULATOR", path);
    }

    private URI at(String service, String path) {
        return URI.create("http://localhost:" + variables.get("INKSTREAM_" + service + "_PORT") + path);
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    private static void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new AssertionError("the pipeline did not stop within " + STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
