package io.inkstream.outbound.delivery;

import io.inkstream.outbound.Pace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one number may do now: its rate, and whether it is held. Guarded by {@link SendGate}. */
final class NumberGate {
    private static final int HALVED = 2;

    private final Pace pace;
    private long fullAt;
    private long slowedUntil;
    private @Nullable Held held;

    /** {@code probing}: the one message that tests the number is under way. */
    private static final class Held {
        private final Instant probeAt;
        private boolean probing;

        private Held(Instant probeAt) {
            this.probeAt = probeAt;
        }
    }

    NumberGate(Pace pace, long now) {
        this.pace = pace;
        this.fullAt = now;
        this.slowedUntil = now;
    }

    long waitNanos(long now) {
        return pace.waitNanos(fullAt, now);
    }

    boolean refuses() {
        return held != null && (held.probing || Instant.now().isBefore(held.probeAt));
    }

    boolean isProbing() {
        return held != null && held.probing;
    }

    void take(long now) {
        fullAt = pace.take(fullAt, now, now < slowedUntil ? HALVED : 1);
        if (held != null) {
            held.probing = true;
        }
    }

    void giveBack() {
        fullAt = pace.giveBack(fullAt);
        probeEnded();
    }

    void probeEnded() {
        if (held != null) {
            held.probing = false;
        }
    }

    void slowUntil(long until) {
        slowedUntil = until;
    }

    /** By the real clock, as all instances know it. Hearing the same again changes nothing about a probe under way. */
    void hold(Instant probeAt) {
        if (held == null || !held.probeAt.equals(probeAt)) {
            held = new Held(probeAt);
        }
    }

    boolean release() {
        var was = held != null;
        held = null;
        return was;
    }

    boolean isHeld() {
        return held != null;
    }
}
