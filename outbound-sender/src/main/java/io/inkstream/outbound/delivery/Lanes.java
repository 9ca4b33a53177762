package io.inkstream.outbound.delivery;

import io.inkstream.outbound.delivery.SendGate.Answer;
import io.inkstream.outbound.ledger.LaneRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The lanes this instance has in mind: those that wait for their turn, those with a request under way, those to look at
 * later. Only a memory: the ledger knows better, and the reconciler brings back whatever is forgotten here.
 *
 * <p>A lane that is asked for while its request is under way is remembered and looked at again afterwards. Without that, a
 * command that arrives between the end of its predecessor and the commit of that end would be seen by nobody.
 */
final class Lanes {
    private final SendGate gate;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition freed = lock.newCondition();
    /** By number, so that one that is at its rate does not hold up another. */
    private final Map<String, WaitingLanes> waiting = new LinkedHashMap<>();

    private final Map<String, Boolean> askedForAgain = new HashMap<>();
    /** Entries that {@link #scheduled} no longer holds are void. */
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparingLong(Later::atNanos));

    private final Map<String, Later> scheduled = new HashMap<>();
    private final int concurrency;
    private int free;
    private Consumer<LaneRef> onAskedAgain = _ -> {};
    private Runnable onNoRoom = () -> {};

    private record Later(long atNanos, LaneRef lane) {}

    Lanes(SendGate gate, int concurrency) {
        this.gate = gate;
        this.concurrency = concurrency;
        this.free = concurrency;
    }

    /**
     * Who writes outcomes hears when somebody waits for them.
     *
     * @param askedAgain takes a lane that has work again while its request is under way or not written; must not block
     * @param noRoom runs when all requests that may be under way are; must not block
     */
    void whenWaitedFor(Consumer<LaneRef> askedAgain, Runnable noRoom) {
        locked(() -> {
            onAskedAgain = askedAgain;
            onNoRoom = noRoom;
            return askedAgain;
        });
    }

    /** Whether there is more to do in a lane that is granted. */
    boolean isAskedAgain(LaneRef lane) {
        return locked(() -> Boolean.TRUE.equals(askedForAgain.get(lane.lane())));
    }

    /** Grants those of the wanted lanes that can be served at once. Each granted one must be {@link #done}. */
    List<LaneRef> grant(Collection<LaneRef> wanted) {
        return locked(() -> {
            var now = System.nanoTime();
            var granted = new ArrayList<LaneRef>();
            for (var lane : wanted) {
                if (free > 0
                        && !askedForAgain.containsKey(lane.lane())
                        && !queue(lane.phoneNumberId()).before(lane)
                        && gate.numberWaitNanos(lane.phoneNumberId(), now) == 0
                        && gate.enter(lane, now) instanceof Answer.Pass) {
                    grant(lane, granted);
                }
            }
            return granted;
        });
    }

    /**
     * Waits until so many lanes could be granted at once (or half of all, when that is less), but not for long: commands
     * cost less while they wait on their topic than while they wait in the ledger.
     */
    void awaitRoom(int wanted, Duration max) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var enough = Math.min(wanted, concurrency / 2);
            for (var left = max.toNanos(); free < enough && left > 0; ) {
                onNoRoom.run();
                left = freed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has a lane looked at as soon as possible. */
    void offer(LaneRef lane) {
        locked(() -> {
            enqueue(lane);
            changed.signalAll();
            return lane;
        });
    }

    void offerLater(LaneRef lane, Duration delay) {
        locked(() -> {
            schedule(new Later(System.nanoTime() + delay.toNanos(), lane));
            changed.signalAll();
            return lane;
        });
    }

    /** Waits until lanes can be served, and grants up to {@code max}. Each must be {@link #done}. */
    List<LaneRef> take(int max) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                var now = System.nanoTime();
                enqueueDue(now);
                var granted = new ArrayList<LaneRef>();
                var wait = grant(granted, max, now);
                if (!granted.isEmpty()) {
                    return granted;
                }
                if (free == 0) {
                    onNoRoom.run();
                }
                if (wait == Long.MAX_VALUE) {
                    changed.await();
                } else {
                    changed.awaitNanos(wait);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The end of a grant. {@code more}: look at the lane again. */
    void done(LaneRef lane, boolean more) {
        locked(() -> {
            free++;
            var again = askedForAgain.remove(lane.lane());
            if (more || Boolean.TRUE.equals(again)) {
                enqueue(lane);
            }
            if (somebodyWaits()) {
                changed.signalAll();
            }
            freed.signalAll();
            return lane;
        });
    }

    private boolean somebodyWaits() {
        return waiting.values().stream().anyMatch(queue -> !queue.isEmpty());
    }

    int waitingCount() {
        return locked(
                () -> waiting.values().stream().mapToInt(WaitingLanes::size).sum() + scheduled.size());
    }

    int concurrency() {
        return concurrency;
    }

    int busyCount() {
        return locked(askedForAgain::size);
    }

    /** Goes round the numbers, one lane each, as long as any can be served. Returns how long to wait otherwise. */
    private long grant(List<LaneRef> granted, int max, long now) {
        var progress = true;
        var wait = later.isEmpty() ? Long.MAX_VALUE : later.peek().atNanos() - now;
        while (progress && free > 0 && granted.size() < max) {
            progress = false;
            for (var entry : waiting.entrySet()) {
                if (entry.getValue().isEmpty() || free == 0) {
                    continue;
                }
                var numberWait = gate.numberWaitNanos(entry.getKey(), now);
                if (numberWait > 0) {
                    wait = Math.min(wait, numberWait);
                } else {
                    var next = entry.getValue().pollFirst();
                    if (next != null) {
                        enter(next, now, granted);
                        progress = true;
                    }
                }
            }
        }
        return wait;
    }

    private void enter(LaneRef lane, long now, List<LaneRef> granted) {
        switch (gate.enter(lane, now)) {
            case Answer.Pass _ -> grant(lane, granted);
            case Answer.Wait wait -> schedule(new Later(now + wait.nanos(), lane));
            case Answer.Closed _ -> {} // looked at again when studio or number opens
        }
    }

    private void grant(LaneRef lane, List<LaneRef> granted) {
        free--;
        askedForAgain.put(lane.lane(), false);
        granted.add(lane);
    }

    private void schedule(Later entry) {
        var known = scheduled.get(entry.lane().lane());
        if (known == null || known.atNanos() > entry.atNanos()) {
            scheduled.put(entry.lane().lane(), entry);
            later.add(entry);
        }
    }

    private void enqueueDue(long now) {
        for (var next = later.peek(); next != null && next.atNanos() <= now; next = later.peek()) {
            later.remove();
            if (scheduled.remove(next.lane().lane(), next)) {
                enqueue(next.lane());
            }
        }
    }

    private void enqueue(LaneRef lane) {
        var askedBefore = askedForAgain.replace(lane.lane(), true);
        if (askedBefore == null) {
            queue(lane.phoneNumberId()).add(lane);
        } else if (!askedBefore) {
            onAskedAgain.accept(lane);
        }
    }

    private WaitingLanes queue(String phoneNumberId) {
        return waiting.computeIfAbsent(phoneNumberId, _ -> new WaitingLanes());
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
