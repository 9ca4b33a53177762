package io.inkstream.admin.projection.rows;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topic;
import org.jspecify.annotations.Nullable;

/** One record of a topic, with its place. An absent value is a tombstone. */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; records of the log are never compared
public record LogRecord(@Nullable String key, byte @Nullable [] value, int partition, long offset) {

    /** The value as its topic's type; throws {@link UnreadableRecord} for anything else, a tombstone included. */
    <T extends WireRecord> T read(Topic<T> topic) {
        if (value == null) {
            throw new UnreadableRecord("a tombstone where none is expected", new IllegalArgumentException("no value"));
        }
        return topic.read(StoredText.storable(value));
    }

    @Override
    public String toString() {
        return "LogRecord[" + partition + "@" + offset + "]";
    }
}
