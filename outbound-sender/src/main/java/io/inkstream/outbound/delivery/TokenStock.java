package io.inkstream.outbound.delivery;

/** The tokens that this instance holds for one number. Guarded by {@link SendGate}. */
final class TokenStock {
    /** While an answer is on its way. */
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final int lot;
    private int left;
    private boolean asked;
    private long emptyUntil;
    private boolean starved;
    private long starvedSince;
    private long starvedNanos;

    /** {@code lot}: how many are asked for at a time; 0: there is no limit. */
    TokenStock(int lot, long now) {
        this.lot = lot;
        this.emptyUntil = now;
    }

    /** True when it is time to ask for another lot; whoever is told so does. */
    boolean asksNow(long now) {
        if (lot == 0 || asked || left > lot / 2 || now - emptyUntil < 0) {
            return false;
        }
        asked = true;
        return true;
    }

    long waitNanos(long now) {
        var starves = lot != 0 && left <= 0;
        if (starves != starved) {
            starvedNanos += starved ? now - starvedSince : 0;
            starvedSince = now;
            starved = starves;
        }
        return starves ? Math.max(LOOK_AGAIN_NANOS, emptyUntil - now) : 0;
    }

    /** How long, all in all, somebody wanted a token and there was none. */
    long starvedNanos() {
        return starvedNanos;
    }

    void take() {
        left--;
    }

    void giveBack() {
        left++;
    }

    void receive(int granted, long noMoreBefore) {
        asked = false;
        left += granted;
        emptyUntil = noMoreBefore;
    }

    /** What was leased at a faster rate counts no more. */
    void drop() {
        left = Math.min(left, 0);
    }
}
