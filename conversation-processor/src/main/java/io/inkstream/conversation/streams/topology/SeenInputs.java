package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.lead.InputRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs were decided, and where on the log each stood first. An input is kept under the day of stream time on
 * which it came: a look-up is then one exact read per day, which bloom filters answer, instead of a range scan through
 * every segment. Stream time, not the record's own: a topic that was quiet for a month must not write into the past.
 */
final class SeenInputs {
    /** Meta's pages promise retries for up to 7 days; a late copy must still be known as a copy. */
    static final Duration KEPT = Duration.ofDays(9);

    static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS_LOOKED_BACK = 8;
    private static final int HASH_BYTES = 16;

    private final WindowStore<byte[], byte[]> store;
    private final MessageDigest sha256;

    SeenInputs(WindowStore<byte[], byte[]> store) {
        this.store = store;
        this.sha256 = sha256();
    }

    /**
     * Where this input stood when it was decided, or null when it is new.
     *
     * @param sinceDay no input of the conversation came before this day
     */
    @Nullable
    InputRef first(byte[] inputKey, long sinceDay, long today) {
        for (var day = today; day >= Math.max(sinceDay, today - DAYS_LOOKED_BACK); day--) {
            var ref = store.fetch(inputKey, day * DAY.toMillis());
            if (ref != null) {
                return decode(ref);
            }
        }
        return null;
    }

    void remember(byte[] inputKey, InputRef ref, long today) {
        store.put(inputKey, encode(ref), today * DAY.toMillis());
    }

    static long dayOf(long streamTimeMs) {
        return Math.floorDiv(streamTimeMs, DAY.toMillis());
    }

    /** The conversation's key and half a SHA-256 of kind and id: an id is unique within its kind, not across kinds. */
    byte[] inputKey(ConversationKey key, WireRecord input) {
        sha256.update(input.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '|');
        var hash = sha256.digest(input.id().getBytes(StandardCharsets.UTF_8));
        var conversation = key.text().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(conversation.length + HASH_BYTES)
                .put(conversation)
                .put(hash, 0, HASH_BYTES)
                .array();
    }

    private static byte[] encode(InputRef ref) {
        var topic = ref.topic().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + topic.length)
                .putInt(ref.partition())
                .putLong(ref.offset())
                .put(topic)
                .array();
    }

    private static InputRef decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var partition = buffer.getInt();
        var offset = buffer.getLong();
        return new InputRef(StandardCharsets.UTF_8.decode(buffer).toString(), partition, offset);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
