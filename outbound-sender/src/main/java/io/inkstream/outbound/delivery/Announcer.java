package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ledger.Acknowledgement;
import io.inkstream.outbound.ledger.Unpublished;
import java.util.function.Consumer;

/** Tells the rest of the system. Neither method waits or fails: what was not acknowledged is announced again. */
public interface Announcer {

    /** Publishes what is owed of a row; {@code acknowledged} hears of each part once it is safe. */
    void announce(Unpublished change, Consumer<Acknowledgement> acknowledged);

    /** Something an operator should know; best effort. */
    void alert(Alert alert);
}
