package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The studios' settings as one task sees them, from the global store. Parsed once per published value: the store hands
 * out the same array until a new value arrives.
 */
final class StudioSettings {
    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final Map<String, Parsed> parsed = new HashMap<>();

    StudioSettings(ReadOnlyKeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** The newest good settings of a studio, or null when nobody published any. */
    @SuppressWarnings("ReferenceEquality") // the same array is the same published value
    @Nullable
    StudioConfig newest(String studio) {
        var bytes = store.get(studio);
        if (bytes == null) {
            return null;
        }
        var known = parsed.get(studio);
        if (known != null && known.bytes == bytes) {
            return known.settings;
        }
        var settings = Topics.STUDIO_CONFIG.read(bytes);
        parsed.put(studio, new Parsed(bytes, settings));
        return settings;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    private record Parsed(byte[] bytes, StudioConfig settings) {}
}
