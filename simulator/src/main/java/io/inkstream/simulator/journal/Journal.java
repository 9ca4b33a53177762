package io.inkstream.simulator.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of JSON lines {@code {"k":kind,"d":data}}. When {@link #append} returns, the line is with the
 * operating system: it survives the death of this process (not a power cut). Threads that append at the same time share
 * one write.
 */
public final class Journal implements Closeable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable FileChannel channel;
    private final @Nullable Path file;
    private final ReentrantLock filling = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(64 * 1024);
    private long linesWaiting;
    private long linesWritten;

    private Journal(@Nullable Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A journal that forgets. */
    public static Journal inMemory() {
        return new Journal(null, null);
    }

    /** Opens or creates the file. A last line that a killed process left half written is cut off. */
    public static Journal open(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var length = lengthOfWholeLines(channel);
            channel.truncate(length);
            channel.position(length);
            return new Journal(file, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the simulator's journal " + file, e);
        }
    }

    /** Hands every line to {@code reader} as kind and data, oldest first. */
    void replay(BiConsumer<String, JsonNode> reader) {
        if (file == null) {
            return;
        }
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> {
                var entry = parse(line);
                reader.accept(entry.path("k").asString(), entry.path("d"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the simulator's journal " + file, e);
        }
    }

    /** Whether lines are kept at all: callers with costly lines may ask first. */
    public boolean keeps() {
        return channel != null;
    }

    public void append(String kind, Object data) {
        if (keeps()) {
            appendJson(kind, JSON.writeValueAsBytes(data));
        }
    }

    /** As {@link #append}, for data that is JSON on one line already. */
    public void appendJson(String kind, byte[] data) {
        if (channel == null) {
            return;
        }
        write(channel, enqueue(kind.getBytes(StandardCharsets.UTF_8), data));
    }

    private long enqueue(byte[] kind, byte[] data) {
        filling.lock();
        try {
            waiting.writeBytes(PREFIX);
            waiting.writeBytes(kind);
            waiting.writeBytes(MIDDLE);
            waiting.writeBytes(data);
            waiting.writeBytes(SUFFIX);
            return ++linesWaiting;
        } finally {
            filling.unlock();
        }
    }

    private void write(FileChannel to, long line) {
        writing.lock();
        try {
            if (linesWritten >= line) {
                return; // whoever held the lock before took this line along
            }
            ByteBuffer batch;
            long upTo;
            filling.lock();
            try {
                batch = ByteBuffer.wrap(waiting.toByteArray());
                waiting.reset();
                upTo = linesWaiting;
            } finally {
                filling.unlock();
            }
            while (batch.hasRemaining()) {
                to.write(batch);
            }
            linesWritten = upTo;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the simulator's journal", e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalStateException("the simulator's journal holds a line that is not JSON", e);
        }
    }

    private static long lengthOfWholeLines(FileChannel channel) throws IOException {
        var one = ByteBuffer.allocate(1);
        var length = channel.size();
        while (length > 0) {
            one.clear();
            channel.read(one, length - 1);
            if (one.get(0) == '\n') {
                return length;
            }
            length--;
        }
        return 0;
    }

    private static final byte[] PREFIX = "{\"k\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MIDDLE = "\",\"d\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SUFFIX = "}\n".getBytes(StandardCharsets.UTF_8);
}
