package io.inkstream.simulator.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything between one studio's number and one person, oldest first. */
public final class Chat {
    private static final Duration SERVICE_WINDOW = Duration.ofHours(24);

    private final BusinessNumber number;
    private final String person;
    private final List<ChatEntry> entries = new ArrayList<>();
    private @Nullable Instant lastWritten;

    Chat(BusinessNumber number, String person) {
        this.number = number;
        this.person = person;
    }

    public BusinessNumber number() {
        return number;
    }

    /** The person's address. */
    public String person() {
        return person;
    }

    public synchronized List<ChatEntry> entries() {
        return List.copyOf(entries);
    }

    synchronized void add(ChatEntry entry) {
        entries.add(entry);
    }

    synchronized void remove(ChatEntry entry) {
        entries.remove(entry);
    }

    synchronized List<SentMessage> sent() {
        return entries.stream()
                .filter(SentMessage.class::isInstance)
                .map(SentMessage.class::cast)
                .toList();
    }

    synchronized void writtenAt(Instant at) {
        if (lastWritten == null || lastWritten.isBefore(at)) {
            lastWritten = at;
        }
    }

    /** Whether the person is known to have been silent for 24 h. */
    synchronized boolean windowClosed(Instant now) {
        return lastWritten != null && lastWritten.plus(SERVICE_WINDOW).isBefore(now);
    }

    /** Whether the person is known to have written in the last 24 h. */
    synchronized boolean windowOpen(Instant now) {
        return lastWritten != null && !windowClosed(now);
    }
}
