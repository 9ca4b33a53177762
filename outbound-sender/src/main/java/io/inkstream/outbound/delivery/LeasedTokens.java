package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ledger.LedgerUnavailable;
import io.inkstream.outbound.ledger.RateLeases;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leases tokens from the database, on a thread of its own, so that nobody waits for it with a lock in hand. */
final class LeasedTokens implements TokenSource, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LeasedTokens.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(500);

    private final RateLeases leases;
    private final SendGate gate;
    private final RateProperties rates;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("token-leases").daemon().factory());

    LeasedTokens(RateLeases leases, SendGate gate, RateProperties rates) {
        this.leases = leases;
        this.gate = gate;
        this.rates = rates;
    }

    @Override
    public void ask(String phoneNumberId, int wanted) {
        thread.execute(() -> {
            try {
                var lot = leases.take(phoneNumberId, rates.numberPerSecond(), wanted);
                gate.receive(phoneNumberId, lot.granted(), Duration.ofNanos(lot.waitNanos()));
            } catch (LedgerUnavailable e) {
                log.atWarn()
                        .setCause(e)
                        .addKeyValue("phoneNumberId", phoneNumberId)
                        .log("no tokens");
                gate.receive(phoneNumberId, 0, TRY_AGAIN_AFTER);
            }
        });
    }

    @Override
    public void slow(String phoneNumberId) {
        thread.execute(() -> {
            try {
                leases.slow(phoneNumberId, rates.slowedFor());
            } catch (LedgerUnavailable e) {
                log.atWarn()
                        .setCause(e)
                        .addKeyValue("phoneNumberId", phoneNumberId)
                        .log("not slowed");
            }
        });
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
