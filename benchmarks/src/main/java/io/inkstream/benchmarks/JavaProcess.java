package io.inkstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, with the flags of the launcher; ends with this one. */
final class JavaProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final Process process;
    private final Path output;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code java} with our flags and these arguments; what it prints goes to {@code output.txt} in the folder. */
    static JavaProcess start(Path folder, Map<String, String> variables, List<String> arguments) throws IOException {
        Files.createDirectories(folder);
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xss512k"));
        command.addAll(arguments);
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new JavaProcess(process, output);
    }

    /** Returns once the process has printed this. */
    JavaProcess awaitPrinted(String text) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.readString(output).contains(text)) {
            failWhenOver(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return this;
    }

    /** Throws when the process ended, or the time is over, naming where its output is. */
    void failWhenOver(long deadlineNanos) {
        if (!process.isAlive() || System.nanoTime() > deadlineNanos) {
            throw new IllegalStateException("a process did not start, see " + output);
        }
    }

    ProcessFigures figures() {
        return ProcessFigures.of(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
