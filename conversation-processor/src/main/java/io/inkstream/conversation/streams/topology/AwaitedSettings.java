package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.config.StudioConfig;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings that may be a moment late: a studio's first message can overtake its settings, which another thread reads.
 * Waits once per studio, not per message, so that a studio nobody configured cannot hold up a partition.
 */
final class AwaitedSettings implements Function<String, @Nullable StudioConfig> {
    private static final long PAUSE_MS = 10;

    private final StudioSettings settings;
    private final Duration patience;
    private final Set<String> givenUp = new HashSet<>();

    AwaitedSettings(StudioSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    @Override
    public @Nullable StudioConfig apply(String studio) {
        var found = settings.newest(studio);
        if (found != null || givenUp.contains(studio)) {
            return found;
        }
        var deadline = System.nanoTime() + patience.toNanos();
        while (found == null && System.nanoTime() - deadline < 0 && pause()) {
            found = settings.newest(studio);
        }
        if (found == null) {
            givenUp.add(studio);
        }
        return found;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
