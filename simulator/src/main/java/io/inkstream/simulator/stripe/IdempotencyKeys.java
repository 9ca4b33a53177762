package io.inkstream.simulator.stripe;

import io.inkstream.simulator.http.Answer;
import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The first result of a key is kept and repeated, a 500 too. Errors from before the work began are not kept: the key may
 * be used again.
 */
@Component
final class IdempotencyKeys implements Remembered {
    private static final String KEPT = "stripe-key";
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Journal journal;

    private static final class Entry {
        private final String fingerprint;
        private boolean inUse;
        private @Nullable Answer kept;

        Entry(String fingerprint) {
            this.fingerprint = fingerprint;
        }
    }

    IdempotencyKeys(Journal journal) {
        this.journal = journal;
    }

    /**
     * Answers the call under that key. {@code work} hands its result to {@link #keep} as soon as it is done, because the
     * answer may never leave the house.
     */
    Answer once(String key, String fingerprint, Supplier<Answer> work) {
        synchronized (this) {
            var entry = entries.computeIfAbsent(key, _ -> new Entry(fingerprint));
            if (!entry.fingerprint.equals(fingerprint)) {
                return StripeError.OTHER_PARAMETERS.answer();
            }
            if (entry.inUse) {
                return StripeError.KEY_IN_USE.answer();
            }
            if (entry.kept != null) {
                return entry.kept.with("Idempotent-Replayed", "true");
            }
            entry.inUse = true;
        }
        try {
            var answer = work.get();
            keep(key, answer);
            return answer;
        } finally {
            release(key);
        }
    }

    synchronized void keep(String key, Answer answer) {
        var entry = entries.get(key);
        var began = answer.status() < CLIENT_ERROR || answer.status() >= SERVER_ERROR;
        if (entry == null || entry.kept != null || !began) {
            return;
        }
        entry.kept = answer;
        journal.append(
                KEPT,
                Map.of(
                        "key",
                        key,
                        "fingerprint",
                        entry.fingerprint,
                        "status",
                        answer.status(),
                        "contentType",
                        answer.contentType(),
                        "body",
                        new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private synchronized void release(String key) {
        var entry = entries.get(key);
        if (entry != null) {
            entry.inUse = false;
            if (entry.kept == null) {
                entries.remove(key);
            }
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KEPT);
    }

    @Override
    public synchronized void recall(String kind, JsonNode line) {
        var entry = new Entry(line.path("fingerprint").asString());
        entry.kept = Answer.text(
                line.path("status").asInt(),
                line.path("contentType").asString(),
                line.path("body").asString());
        entries.put(line.path("key").asString(), entry);
    }
}
