package io.inkstream.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One running pipeline for all tests that do not harm it; conversations keep apart by their phone numbers. */
final class SharedPipeline {
    private static final RunningPipeline PIPELINE = RunningPipeline.startFresh(folder("shared"), Map.of());

    private SharedPipeline() {}

    static RunningPipeline get() {
        return PIPELINE;
    }

    /** A folder under {@code target} that stays for looking at after a failure. */
    static Path folder(String name) {
        try {
            return Files.createDirectories(Path.of("target", "pipelines", name).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
