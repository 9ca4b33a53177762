package io.inkstream.conversation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Small counters and times that keep the bot from repeating itself.
 *
 * @param done how often something counted happened to this lead, by name
 * @param notes when a text that must not be repeated too soon was last said, by copy key
 */
record Counts(Map<String, Integer> done, Map<String, Instant> notes) {
    static final Counts NONE = new Counts(Map.of(), Map.of());

    static final String MEDIA = "media";
    static final String UNREADABLE_IN_A_ROW = "unreadable";
    static final String UNKNOWN_QUESTIONS = "unknown-questions";
    static final String INSULTS = "insults";
    static final String REMINDERS = "reminders";

    Counts {
        done = Collections.unmodifiableMap(done);
        notes = Collections.unmodifiableMap(notes);
    }

    int of(String name) {
        return done.getOrDefault(name, 0);
    }

    Counts plusOne(String name) {
        return with(name, of(name) + 1);
    }

    Counts with(String name, int count) {
        if (count == of(name)) {
            return this;
        }
        var copy = new LinkedHashMap<>(done);
        if (count == 0) {
            copy.remove(name);
        } else {
            copy.put(name, count);
        }
        return new Counts(copy, notes);
    }

    @Nullable
    Instant lastSaid(String copyKey) {
        return notes.get(copyKey);
    }

    Counts said(String copyKey, Instant at) {
        var copy = new LinkedHashMap<>(notes);
        copy.put(copyKey, at);
        return new Counts(done, copy);
    }

    /** Every note may be said again at once. */
    Counts mayRepeatAllNotes() {
        return new Counts(done, Map.of());
    }

    Counts unsaid(String copyKey) {
        if (!notes.containsKey(copyKey)) {
            return this;
        }
        var copy = new LinkedHashMap<>(notes);
        copy.remove(copyKey);
        return new Counts(done, copy);
    }
}
