package io.inkstream.simulator.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps the clock's offset over a restart: one ISO-8601 duration in a file, replaced as a whole. */
final class OffsetFile {
    private final @Nullable Path file;

    OffsetFile(@Nullable Path file) {
        this.file = file;
    }

    /** The offset kept; {@code otherwise} when there is none yet. */
    Duration read(Duration otherwise) {
        if (file == null) {
            return otherwise;
        }
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the clock's offset from " + file, e);
        }
    }

    void write(Duration offset) {
        if (file == null) {
            return;
        }
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, offset.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the clock's offset in " + file, e);
        }
    }
}
