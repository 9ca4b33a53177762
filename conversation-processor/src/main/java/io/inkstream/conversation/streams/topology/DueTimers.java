package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Alarm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Timers in the order in which they come due. Key: due time (8 bytes), length of the conversation key (2), conversation
 * key, timer id; value: generation. A cursor, kept in the same store, says where the scan goes on: deleted entries lie
 * before it and are never read again. An earlier due time that is put later moves the cursor back.
 */
final class DueTimers {
    /** Sorts before every due time. */
    private static final Bytes CURSOR = Bytes.wrap(new byte[Long.BYTES]);

    private static final long NO_CURSOR = 1;

    private final KeyValueStore<Bytes, byte[]> store;
    private long cursor = NO_CURSOR;

    DueTimers(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        var kept = store.get(CURSOR);
        if (kept != null) {
            cursor = ByteBuffer.wrap(kept).getLong();
        }
    }

    /** A timer that came due. */
    record Due(String conversationKey, String timerId, long generation, Instant dueAt) {}

    /** What one scan cost. {@code complete}: nothing due is left. */
    record Scan(int entriesRead, boolean complete) {}

    void put(String conversationKey, Alarm alarm) {
        var dueAt = Math.max(NO_CURSOR, millisNotBefore(alarm.dueAt()));
        store.put(
                key(dueAt, conversationKey, alarm.timerId()),
                ByteBuffer.allocate(Long.BYTES).putLong(alarm.generation()).array());
        if (dueAt < cursor) {
            moveCursor(dueAt);
        }
    }

    /** Hands over what is due at {@code now}, oldest first, and deletes it; stops after so many entries or so long. */
    Scan takeDue(Instant now, int entriesMax, Duration timeMax, Consumer<Due> action) {
        var until = Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli() + 1).array());
        var deadline = System.nanoTime() + timeMax.toNanos();
        var read = 0;
        var complete = true;
        var newest = cursor;
        try (var entries = store.range(from(cursor), until)) {
            while (entries.hasNext()) {
                if (read == entriesMax || System.nanoTime() - deadline > 0) {
                    complete = false;
                    break;
                }
                var entry = entries.next();
                read++;
                var due = due(entry.key.get(), entry.value);
                newest = due.dueAt().toEpochMilli();
                store.delete(entry.key);
                action.accept(due);
            }
        }
        if (newest != cursor) {
            moveCursor(newest);
        }
        return new Scan(read, complete);
    }

    /** Rounded up: a timer may fire late by less than a millisecond, never early. */
    private static long millisNotBefore(Instant time) {
        var millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis).equals(time) ? millis : millis + 1;
    }

    private void moveCursor(long to) {
        cursor = to;
        store.put(CURSOR, ByteBuffer.allocate(Long.BYTES).putLong(to).array());
    }

    private static Bytes from(long dueAt) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(dueAt).array());
    }

    private static Bytes key(long dueAt, String conversationKey, String timerId) {
        var conversation = conversationKey.getBytes(StandardCharsets.UTF_8);
        var timer = timerId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + Short.BYTES + conversation.length + timer.length)
                .putLong(dueAt)
                .putShort((short) conversation.length)
                .put(conversation)
                .put(timer)
                .array());
    }

    private static Due due(byte[] key, byte[] value) {
        var buffer = ByteBuffer.wrap(key);
        var dueAt = Instant.ofEpochMilli(buffer.getLong());
        var conversation = new byte[buffer.getShort()];
        buffer.get(conversation);
        var timerId = StandardCharsets.UTF_8.decode(buffer).toString();
        return new Due(
                new String(conversation, StandardCharsets.UTF_8),
                timerId,
                ByteBuffer.wrap(value).getLong(),
                dueAt);
    }
}
