package io.inkstream.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of our own that can be killed: it runs a main class of the tests, which says {@value #READY} when it serves. */
record ChildJvm(Process process) implements AutoCloseable {
    private static final String READY = "ready";

    /** Starts it, and returns once it serves. */
    static ChildJvm start(Class<?> main, Object... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        try {
            var child = new ChildJvm(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            child.awaitReady();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return;
            }
            said.add(line);
        }
        throw new AssertionError("the child ended before it was ready: " + said);
    }

    /** What the child calls; it then stays until it is killed. */
    static void serveUntilKilled() throws InterruptedException {
        System.out.println(READY);
        Thread.currentThread().join();
    }

    /** As {@code kill -9} does: nothing in it gets to say goodbye. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the child survived SIGKILL");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
