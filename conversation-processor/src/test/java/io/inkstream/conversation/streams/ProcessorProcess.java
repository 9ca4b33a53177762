package io.inkstream.conversation.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The service in a process of its own, so that it can be killed as a machine would kill it. */
final class ProcessorProcess {
    private final Process process;

    private ProcessorProcess(Process process) {
        this.process = process;
    }

    static ProcessorProcess start(String applicationId, Path stateDir) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ConversationProcessorApplication.class.getName()));
        command.addAll(RunningProcessor.arguments(
                applicationId,
                stateDir,
                "--inkstream.processor.instance-id=" + applicationId,
                "--spring.profiles.active=standalone"));
        try {
            return new ProcessorProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(stateDir.resolveSibling(stateDir.getFileName() + ".log")
                            .toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no goodbye to the broker, no flush of the stores. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
