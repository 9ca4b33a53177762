package io.inkstream.outbound.delivery;

import static java.util.stream.Collectors.toSet;

import io.inkstream.outbound.ledger.Claim;
import io.inkstream.outbound.ledger.LaneRef;
import io.inkstream.outbound.ledger.Ledger;
import io.inkstream.outbound.ledger.LedgerUnavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims lanes as soon as they may be served, and gives the claims to the courier. One thread. */
final class Dispatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int LANES_PER_CLAIM = 200;
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Lanes lanes;
    private final SendGate gate;
    private final Courier courier;
    private final Duration lease;
    private final Duration requestTimeout;
    private final Thread thread;

    Dispatcher(Ledger ledger, Lanes lanes, SendGate gate, Courier courier, Duration lease, Duration requestTimeout) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.gate = gate;
        this.courier = courier;
        this.lease = lease;
        this.requestTimeout = requestTimeout;
        this.thread = Thread.ofPlatform().name("dispatcher").unstarted(this::run);
    }

    void startThread() {
        thread.start();
    }

    Lease newLease() {
        return Lease.starting(lease, requestTimeout);
    }

    /** Carries out what was claimed of the granted lanes, and gives the other grants back. */
    void start(List<LaneRef> granted, List<Claim> claims, Lease claimedUnder) {
        claims.forEach(claim -> courier.carry(claim, claimedUnder));
        returnUnclaimed(granted, claims);
    }

    void returnUnclaimed(Collection<LaneRef> granted, List<Claim> claims) {
        if (granted.size() == claims.size()) {
            return;
        }
        var claimed = claims.stream().map(claim -> claim.row().command().lane()).collect(toSet());
        for (var lane : granted) {
            if (!claimed.contains(lane.lane())) {
                gate.giveBack(lane);
                lanes.done(lane, false);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                claimAndStart(lanes.take(LANES_PER_CLAIM));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // asked to stop
        }
    }

    private void claimAndStart(List<LaneRef> granted) {
        var claimedUnder = newLease();
        try {
            start(granted, ledger.claim(granted.stream().map(LaneRef::lane).toList()), claimedUnder);
        } catch (LedgerUnavailable e) {
            log.atWarn().setCause(e).addKeyValue("lanes", granted.size()).log("cannot claim");
            returnUnclaimed(granted, List.of());
            granted.forEach(lane -> lanes.offerLater(lane, TRY_AGAIN_AFTER));
        }
    }
}
