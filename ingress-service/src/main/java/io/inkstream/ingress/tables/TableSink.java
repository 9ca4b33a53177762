package io.inkstream.ingress.tables;

import org.jspecify.annotations.Nullable;

/** Takes over the records of one compacted topic, oldest first; the last record of a key wins. */
@FunctionalInterface
public interface TableSink {

    /**
     * Applies one record; a null value removes the key.
     *
     * @throws io.inkstream.schemas.json.UnreadableRecord when the value is not what the topic holds: it is skipped
     */
    void apply(String key, byte @Nullable [] value);
}
