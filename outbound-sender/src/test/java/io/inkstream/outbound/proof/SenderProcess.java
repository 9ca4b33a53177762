package io.inkstream.outbound.proof;

import io.inkstream.outbound.stub.RunningSender.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A sender in a JVM of its own, which may be killed or stopped. */
final class SenderProcess implements AutoCloseable {
    private final Process process;

    private SenderProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one; does not wait until it works.
     *
     * @param name its own among the instances that share the settings; one that comes back under it goes on at once
     * @param failpoint see {@link Failpoint}
     */
    static SenderProcess start(Settings settings, String name, @Nullable String failpoint) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        if (failpoint != null) {
            command.add("-Dproof.failpoint=" + failpoint);
        }
        command.add(WeakSender.class.getName());
        command.addAll(Arrays.asList(settings.arguments()));
        command.addAll(List.of(
                "--logging.level.root=WARN",
                "--inkstream.sender.ledger.owner=" + name,
                "--spring.kafka.consumer.properties.group.instance.id=" + name,
                "--spring.kafka.consumer.properties.session.timeout.ms=6000"));
        try {
            return new SenderProcess(new ProcessBuilder(command).inheritIO().start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; false when it goes on living. */
    boolean ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL, as a machine that loses its power. */
    void kill() {
        process.destroyForcibly();
    }

    /** SIGSTOP: it stands still and does not know it. */
    void stop() {
        signal("-STOP");
    }

    void goOn() {
        signal("-CONT");
    }

    boolean isStopped() {
        try {
            var words = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return words.substring(words.lastIndexOf(')') + 2).startsWith("T");
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void signal(String signal) {
        try {
            var _ = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
