package io.inkstream.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The folder that holds everything that must survive a restart. One process at a time may use it. */
final class DataFolder implements AutoCloseable {
    /** What {@code --fresh} deletes; unpacked binaries stay. */
    private static final List<String> DATA =
            List.of("kafka", "postgres", "streams", "simulator", "sheets", "clock-offset");

    private final Path home;
    private final FileChannel lock;

    private DataFolder(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    static DataFolder open(Path home) {
        try {
            Files.createDirectories(home);
            var lock = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw inUse(home);
            }
            return new DataFolder(home, lock);
        } catch (OverlappingFileLockException e) {
            throw inUse(home);
        } catch (IOException e) {
            throw new StartFailure(
                    "the data folder " + home + " cannot be written (" + reason(e)
                            + "); choose another with INKSTREAM_HOME=<folder>",
                    e);
        }
    }

    /** Some exceptions' messages are only the path. */
    private static String reason(IOException e) {
        return e instanceof AccessDeniedException denied
                ? "no permission for " + denied.getFile()
                : String.valueOf(e.getMessage());
    }

    private static StartFailure inUse(Path home) {
        return new StartFailure("another Inkstream runs on " + home
                + "; stop it, or choose another data folder with INKSTREAM_HOME=<folder> and other ports");
    }

    Path at(String name) {
        return home.resolve(name);
    }

    /** Forgets everything, as {@code --fresh} asks. */
    void clear() {
        try {
            for (var name : DATA) {
                delete(home.resolve(name));
            }
        } catch (IOException e) {
            throw new StartFailure("cannot empty the data folder " + home + ": " + e.getMessage(), e);
        }
    }

    /** The business clock's offset of the last run, or {@code first} when there was none; remembered from now on. */
    Duration clockOffset(Duration first) {
        var file = clockFile();
        try {
            if (Files.exists(file)) {
                return Duration.parse(Files.readString(file).strip());
            }
            Files.writeString(file, first.toString());
            return first;
        } catch (IOException | DateTimeParseException e) {
            throw new StartFailure("the business clock's file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Where the simulator keeps the offset when somebody advances the clock. */
    Path clockFile() {
        return home.resolve("clock-offset");
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path folder, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
