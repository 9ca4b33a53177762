package io.inkstream.outbound.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one number may do now: its rate, and whether it is held. Guarded by {@link SendGate}. */
final class NumberGate {
    private final TokenStock tokens;
    private @Nullable Held held;

    /** {@code probing}: the one message that tests the number is under way. */
    private static final class Held {
        private final Instant probeAt;
        private boolean probing;

        private Held(Instant probeAt) {
            this.probeAt = probeAt;
        }
    }

    NumberGate(TokenStock tokens) {
        this.tokens = tokens;
    }

    TokenStock tokens() {
        return tokens;
    }

    boolean refuses() {
        return held != null && (held.probing || Instant.now().isBefore(held.probeAt));
    }

    boolean isProbing() {
        return held != null && held.probing;
    }

    void take() {
        tokens.take();
        if (held != null) {
            held.probing = true;
        }
    }

    void giveBack() {
        tokens.giveBack();
        probeEnded();
    }

    void probeEnded() {
        if (held != null) {
            held.probing = false;
        }
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
