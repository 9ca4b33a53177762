package io.inkstream.simulator.whatsapp;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** One message of a chat, whoever wrote it. */
public abstract sealed class ChatEntry permits SentMessage, WrittenMessage {
    private final long number;
    private final String wamid;
    private final Instant at;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.ACCEPTED);

    ChatEntry(long number, String wamid, Instant at) {
        this.number = number;
        this.wamid = wamid;
        this.at = at;
    }

    /** Position among all messages of all chats. */
    public long number() {
        return number;
    }

    public String wamid() {
        return wamid;
    }

    /** By the business clock. */
    public Instant at() {
        return at;
    }

    public Stage stage() {
        return stage.get();
    }

    /** Moves on; false: it was there already, or further. */
    boolean reach(Stage reached) {
        var before = stage.getAndUpdate(now -> now.compareTo(reached) < 0 ? reached : now);
        return before.compareTo(reached) < 0;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + wamid + "]";
    }
}
