package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inkstream up} says when it cannot start: one sentence with the way out, and an exit code. */
class RefusedStartIT {
    @TempDir
    private Path folder;

    @Test
    void up_whenAPortIsTaken_namesTheVariableThatMovesIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var said = refused(Map.of(
                    "INKSTREAM_HOME", folder.resolve("data").toString(),
                    "INKSTREAM_ADMIN_PORT", String.valueOf(taken.getLocalPort())));

            assertThat(said)
                    .contains("inkstream: ")
                    .contains("port " + taken.getLocalPort()
                            + " is taken; choose another with INKSTREAM_ADMIN_PORT=<port>");
        }
    }

    @Test
    void up_whenTheDataFolderCannotBeWritten_namesTheVariable() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "in the way");

        assertThat(refused(Map.of("INKSTREAM_HOME", file.toString())))
                .startsWith("inkstream: the data folder " + file + " cannot be written")
                .contains("INKSTREAM_HOME=<folder>");
    }

    @Test
    void up_whenAPortIsNone_saysSo() throws Exception {
        assertThat(refused(Map.of("INKSTREAM_KAFKA_PORT", "kafka")))
                .startsWith("inkstream: INKSTREAM_KAFKA_PORT must be a port from 1 to 65535");
    }

    private String refused(Map<String, String> variables) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt").toFile();
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        System.getProperty("standalone.jar", "../standalone/target/standalone.jar"),
                        "up")
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(variables);
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        return Files.readString(output.toPath());
    }
}
