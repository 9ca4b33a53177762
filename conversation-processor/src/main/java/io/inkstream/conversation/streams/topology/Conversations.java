package io.inkstream.conversation.streams.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The conversations of one task, with the newest ones kept deserialised. The memory holds uncommitted changes exactly as
 * the store does, so it must be forgotten whenever the task is closed or starts again: an aborted transaction takes the
 * store back, and this must not outlive it.
 */
final class Conversations {
    private static final float LOAD_FACTOR = 0.75f;

    private final KeyValueStore<String, byte[]> store;
    private final ConversationCodec codec;
    private final Map<String, ConversationRecord> recent;

    Conversations(KeyValueStore<String, byte[]> store, ConversationCodec codec, int recentMax) {
        this.store = store;
        this.codec = codec;
        this.recent = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ConversationRecord> eldest) {
                return size() > recentMax;
            }
        };
    }

    /** The conversation, or null before its first input. */
    @Nullable
    ConversationRecord find(String key) {
        var known = recent.get(key);
        if (known != null) {
            return known;
        }
        var kept = store.get(key);
        if (kept == null) {
            return null;
        }
        var conversation = read(kept);
        recent.put(key, conversation);
        return conversation;
    }

    /** A value that cannot be read must stop the task: going on would write a new conversation over it. */
    private ConversationRecord read(byte[] kept) {
        try {
            return codec.read(kept);
        } catch (IllegalStateException | JacksonException e) {
            throw new ProcessorStateException("a kept conversation cannot be read", e);
        }
    }

    void put(String key, ConversationRecord conversation, byte[] kept) {
        store.put(key, kept);
        recent.put(key, conversation);
    }

    void forget() {
        recent.clear();
    }
}
