package io.inkstream.outbound.proof;

import java.time.Duration;
import java.util.Map;

/**
 * How much the proofs do: little on every build, the full counts on demand, such as
 * {@code -Dproof.commands=2000 -Dproof.conversations=200 -Dproof.seed=7}.
 */
final class Scale {
    static final long SEED = Long.getLong("proof.seed", 1);
    static final int COMMANDS = Integer.getInteger("proof.commands", 240);
    static final int CONVERSATIONS = Integer.getInteger("proof.conversations", 40);
    /** All of it, on a slow machine. */
    static final Duration LONG = Duration.ofSeconds(Integer.getInteger("proof.seconds", 90));

    /** Short waits and no limits, so that trouble is over soon. */
    static final Map<String, String> IMPATIENT = Map.of(
            "inkstream.sender.delivery.first-backoff", "50ms",
            "inkstream.sender.delivery.reconcile-every", "200ms",
            "inkstream.sender.delivery.scan-every", "500ms",
            "inkstream.sender.ledger.lease", "3s",
            "inkstream.sender.ledger.uncertain-wait", "3s",
            "inkstream.sender.ledger.resends-max", "20",
            "inkstream.sender.whatsapp.request-timeout", "1500ms",
            "inkstream.sender.rates.number-per-second", "0",
            "inkstream.sender.rates.pair-interval", "0s");

    private Scale() {}
}
