package io.inkstream.acceptance;

import io.inkstream.local.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A Kafka broker as a process of its own, so that it can go away while the pipeline stays. */
final class BrokerProcess implements AutoCloseable {
    private final Path folder;
    private final int port = FreePorts.next();
    private final int controllerPort = FreePorts.next();
    private @Nullable Process process;

    private BrokerProcess(Path folder) {
        this.folder = folder;
    }

    static BrokerProcess start(Path folder) {
        var broker = new BrokerProcess(folder);
        broker.restart();
        return broker;
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    void restart() {
        var output = folder.resolve("output.txt");
        var data = folder.resolve("kafka-" + port);
        try {
            process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "--sun-misc-unsafe-memory-access=allow",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("standalone.jar", "../standalone/target/standalone.jar"),
                            "io.inkstream.standalone.BrokerOnly",
                            data.toString(),
                            String.valueOf(port),
                            String.valueOf(controllerPort))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        Awaitility.await("the broker is up")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(output).contains("Kafka is up"));
    }

    void stop() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
