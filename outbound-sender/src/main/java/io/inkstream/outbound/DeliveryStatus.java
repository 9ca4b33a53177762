package io.inkstream.outbound;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a message got, in the order in which one status outranks another. Webhooks come in any order and more than once:
 * the highest wins. {@code FAILED} says something only while nothing shows that the message arrived.
 */
public enum DeliveryStatus {
    SENT(1),
    FAILED(2),
    DELIVERED(3),
    READ(4),
    PLAYED(5);

    private final int rank;

    DeliveryStatus(int rank) {
        this.rank = rank;
    }

    /** Meta's word for it; empty for words that we do not know. */
    public static Optional<DeliveryStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Above 0, which stands for nothing known yet. */
    public int rank() {
        return rank;
    }

    public boolean outranks(DeliveryStatus other) {
        return rank > other.rank;
    }
}
