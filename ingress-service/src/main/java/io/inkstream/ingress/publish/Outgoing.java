package io.inkstream.ingress.publish;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way to the log.
 *
 * @param key the record key; absent where nothing keeps an order
 * @param studio for the header; absent when the input named none of ours
 */
public record Outgoing(
        Topic<?> topic,
        @Nullable String key,
        WireRecord value,
        @Nullable String studio) {

    public static <T extends WireRecord> Outgoing of(
            Topic<T> topic, @Nullable String key, T value, @Nullable String studio) {
        return new Outgoing(topic, key, value, studio);
    }

    @Override
    public String toString() {
        return "Outgoing[" + topic.name() + " " + value + "]";
    }
}
