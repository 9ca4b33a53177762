package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ledger.Written;

/** Tells the rest of the system. Neither method waits or fails: what was not acknowledged is announced again. */
public interface Announcer {

    /** Publishes a row as it stands, and its receipt when it has ended; {@code safe} runs once Kafka has all of it. */
    void announce(Written change, Runnable safe);

    /** Something an operator should know; best effort. */
    void alert(Alert alert);
}
