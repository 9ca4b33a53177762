package io.inkstream.conversation.streams.topology;

import java.util.Locale;

/** An input that cannot be decided: it goes to the dead-letter topic. The message quotes no content. */
final class RejectedInput extends RuntimeException {
    private final Reason reason;

    RejectedInput(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Why, as operators see it on {@code processor.dlt.v1}. */
    enum Reason {
        /** Not JSON, an unknown type, or a type that this topic does not hold. */
        UNREADABLE,
        /** The record's key and its content name different conversations, or none. */
        MISROUTED,
        /** Nobody published settings for the studio. */
        NO_SETTINGS,
        /** Deciding threw. */
        FAILED,
        /** What follows from the input does not fit into a Kafka record. */
        TOO_LARGE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
