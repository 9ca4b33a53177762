package io.inkstream.ingress.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One hash table with open addressing: a slot is (fingerprint high, fingerprint low, value). A value above zero is an
 * address of digits, below zero an index into {@code texts}, zero an empty slot. The lock is held for a few dozen
 * nanoseconds by webhooks, and by the one thread that follows the topic.
 */
final class AliasSegment {
    private static final int SLOT = 3;
    private static final int FIRST_CAPACITY = 16;
    private static final long EMPTY = 0;
    /** Fits a long with room to spare; longer runs of digits are kept as text. */
    private static final int DIGITS_MAX = 18;

    private long[] slots = new long[FIRST_CAPACITY * SLOT];
    private int size;
    private final ArrayList<@Nullable String> texts = new ArrayList<>();
    private final ArrayDeque<Integer> freeTexts = new ArrayDeque<>();

    synchronized @Nullable String get(long high, long low) {
        long value = slots[find(high, low) + 2];
        return value == EMPTY ? null : decode(value);
    }

    synchronized void put(long high, long low, String address) {
        int at = find(high, low);
        if (slots[at + 2] == EMPTY) {
            size++;
        } else {
            forget(slots[at + 2]);
        }
        slots[at] = high;
        slots[at + 1] = low;
        slots[at + 2] = encode(address);
        if (size > capacity() * 7L / 10) {
            grow();
        }
    }

    synchronized void remove(long high, long low) {
        int at = find(high, low);
        if (slots[at + 2] == EMPTY) {
            return;
        }
        forget(slots[at + 2]);
        size--;
        closeGap(at);
    }

    synchronized int size() {
        return size;
    }

    /** Where the fingerprint is, or the empty slot where it would go. */
    private int find(long high, long low) {
        int at = home(low);
        while (slots[at + 2] != EMPTY && (slots[at] != high || slots[at + 1] != low)) {
            at = next(at);
        }
        return at;
    }

    /** Moves later members of the run back, so that none is cut off from its home by the emptied slot. */
    private void closeGap(int emptied) {
        int gap = emptied;
        for (int at = next(gap); slots[at + 2] != EMPTY; at = next(at)) {
            int home = home(slots[at + 1]);
            boolean reachable = gap <= at ? gap < home && home <= at : gap < home || home <= at;
            if (!reachable) {
                System.arraycopy(slots, at, slots, gap, SLOT);
                gap = at;
            }
        }
        slots[gap + 2] = EMPTY;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        for (int from = 0; from < old.length; from += SLOT) {
            if (old[from + 2] != EMPTY) {
                System.arraycopy(old, from, slots, find(old[from], old[from + 1]), SLOT);
            }
        }
    }

    private int capacity() {
        return slots.length / SLOT;
    }

    private int home(long low) {
        return (int) (low & (capacity() - 1)) * SLOT;
    }

    private int next(int at) {
        int next = at + SLOT;
        return next == slots.length ? 0 : next;
    }

    private long encode(String address) {
        if (isNumber(address)) {
            return Long.parseLong(address);
        }
        var free = freeTexts.poll();
        if (free == null) {
            texts.add(address);
            return -texts.size();
        }
        texts.set(free, address);
        return -(free + 1L);
    }

    private String decode(long value) {
        if (value > 0) {
            return Long.toString(value);
        }
        var text = texts.get((int) (-value - 1));
        if (text == null) {
            throw new IllegalStateException("a slot points to a freed text");
        }
        return text;
    }

    private void forget(long value) {
        if (value < 0) {
            int index = (int) (-value - 1);
            texts.set(index, null);
            freeTexts.add(index);
        }
    }

    /** Digits that a long gives back unchanged: no leading zero. */
    private static boolean isNumber(String address) {
        return !address.isEmpty()
                && address.length() <= DIGITS_MAX
                && address.charAt(0) != '0'
                && address.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
