package io.inkstream.conversation.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers, over the end of the process, whether it was stopped or killed. A killed one may have left writes of an
 * unfinished transaction in its stores, so exactly-once takes them from their changelogs again.
 */
final class LastStop {
    private final Path folder;
    private final Path running;

    /** @param stateFolder shared with nobody; the mark is a file in it */
    LastStop(Path stateFolder, String applicationId) {
        this.folder = stateFolder;
        this.running = stateFolder.resolve(applicationId + ".running");
    }

    boolean wasUnclean() {
        return Files.exists(running);
    }

    void started() {
        try {
            Files.createDirectories(folder);
            Files.writeString(running, "present while the processor runs; left behind, it was killed\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder cannot be written: " + folder, e);
        }
    }

    void clean() {
        try {
            Files.deleteIfExists(running);
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder cannot be written: " + folder, e);
        }
    }
}
