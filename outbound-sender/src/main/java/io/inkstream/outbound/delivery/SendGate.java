package io.inkstream.outbound.delivery;

import io.inkstream.outbound.Pace;
import io.inkstream.outbound.ledger.LaneRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lane may be served now: its studio is not paused, its number not held, and both the person's pace and the
 * number's rate allow one more. The number's rate is shared by all instances, the person's pace is this one's own. Safe for
 * use by many threads.
 */
public final class SendGate {
    private static final int FORGET_AT = 20_000;
    private static final int LOTS_PER_SECOND = 10;
    private static final int LOT_MAX = 50;

    private final Pace pairPace;
    private final int lot;
    private final Map<String, NumberGate> numbers = new HashMap<>();
    private final Map<Pair, Long> pairs = new HashMap<>();
    private Set<String> paused = Set.of();
    private boolean settingsKnown;
    private Runnable onOpening = () -> {};
    private @Nullable TokenSource tokens;

    private record Pair(String phoneNumberId, String address) {}

    /** What the gate says. */
    sealed interface Answer {
        /** Go; the tokens are taken. */
        record Pass() implements Answer {}

        /** Ask again after this time. */
        record Wait(long nanos) implements Answer {}

        /** Not before the studio or the number is opened again; whoever opens it has all lanes looked at. */
        record Closed() implements Answer {}
    }

    SendGate(RateProperties rates) {
        this.pairPace = new Pace(rates.pairInterval(), rates.pairBurst());
        this.lot = rates.numberPerSecond() == 0 ? 0 : Math.clamp(rates.numberPerSecond() / LOTS_PER_SECOND, 1, LOT_MAX);
    }

    /** {@code action} runs whenever something that was closed has opened; it must not block. */
    synchronized void whenOpened(Runnable action) {
        onOpening = action;
    }

    /** Who leases tokens; until then a limited number has none. */
    synchronized void tokensFrom(TokenSource source) {
        tokens = source;
    }

    /** Tokens that were asked for; after {@code wait} there may be more. */
    synchronized void receive(String phoneNumberId, int granted, Duration wait) {
        var now = System.nanoTime();
        number(phoneNumberId, now).tokens().receive(granted, now + wait.toNanos());
    }

    /** The studios that are paused now. Until this is called the first time nothing passes. */
    public void pause(Collection<String> studios) {
        Runnable action;
        synchronized (this) {
            var now = Set.copyOf(studios);
            var opened = !settingsKnown || !now.containsAll(paused);
            paused = now;
            settingsKnown = true;
            action = opened ? onOpening : () -> {};
        }
        action.run();
    }

    public synchronized boolean settingsKnown() {
        return settingsKnown;
    }

    synchronized Answer enter(LaneRef lane, long now) {
        if (!settingsKnown || paused.contains(lane.studio())) {
            return new Answer.Closed();
        }
        var number = number(lane.phoneNumberId(), now);
        if (number.refuses()) {
            return new Answer.Closed();
        }
        var pair = new Pair(lane.phoneNumberId(), lane.address());
        var wait = pairPace.unlimited() ? 0 : pairPace.waitNanos(pairs.getOrDefault(pair, now), now);
        if (wait > 0) {
            return new Answer.Wait(wait);
        }
        number.take();
        if (!pairPace.unlimited()) {
            forgetIdlePairs(now);
            pairs.merge(pair, pairPace.take(now, now, 1), (fullAt, _) -> pairPace.take(fullAt, now, 1));
        }
        return new Answer.Pass();
    }

    /** How long the number's rate makes everybody wait; 0 when one more may go. */
    synchronized long numberWaitNanos(String phoneNumberId, long now) {
        var stock = number(phoneNumberId, now).tokens();
        if (tokens != null && stock.asksNow(now)) {
            tokens.ask(phoneNumberId, lot);
        }
        return stock.waitNanos(now);
    }

    /** What was let through did not make a request after all. */
    synchronized void giveBack(LaneRef lane) {
        number(lane.phoneNumberId(), System.nanoTime()).giveBack();
        pairs.computeIfPresent(
                new Pair(lane.phoneNumberId(), lane.address()), (_, fullAt) -> pairPace.giveBack(fullAt));
    }

    /** The request is over, whatever it came to. */
    synchronized void left(LaneRef lane) {
        number(lane.phoneNumberId(), System.nanoTime()).probeEnded();
    }

    /** How long, all in all, numbers were out of tokens while somebody wanted one. */
    synchronized long starvedNanos() {
        return numbers.values().stream()
                .mapToLong(number -> number.tokens().starvedNanos())
                .sum();
    }

    synchronized void slow(String phoneNumberId) {
        number(phoneNumberId, System.nanoTime()).tokens().drop();
        if (tokens != null) {
            tokens.slow(phoneNumberId);
        }
    }

    /** {@code probeAt}: by the real clock, when one message is let through to see. */
    synchronized void hold(String phoneNumberId, Instant probeAt) {
        number(phoneNumberId, System.nanoTime()).hold(probeAt);
    }

    void release(String phoneNumberId) {
        Runnable action;
        synchronized (this) {
            action = number(phoneNumberId, System.nanoTime()).release() ? onOpening : () -> {};
        }
        action.run();
    }

    synchronized boolean isHeld(String phoneNumberId) {
        return number(phoneNumberId, System.nanoTime()).isHeld();
    }

    synchronized boolean isProbing(String phoneNumberId) {
        return number(phoneNumberId, System.nanoTime()).isProbing();
    }

    synchronized Collection<String> pausedStudios() {
        return paused;
    }

    /** Numbers that refuse everything now; one whose probe is due is not among them. */
    synchronized Collection<String> closedNumbers() {
        var closed = new HashSet<String>();
        numbers.forEach((id, number) -> {
            if (number.refuses()) {
                closed.add(id);
            }
        });
        return closed;
    }

    synchronized Collection<String> heldNumbers() {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue().isHeld())
                .map(Map.Entry::getKey)
                .toList();
    }

    private NumberGate number(String phoneNumberId, long now) {
        return numbers.computeIfAbsent(phoneNumberId, _ -> new NumberGate(new TokenStock(lot, now)));
    }

    private void forgetIdlePairs(long now) {
        if (pairs.size() >= FORGET_AT) {
            pairs.values().removeIf(fullAt -> fullAt <= now);
        }
    }
}
