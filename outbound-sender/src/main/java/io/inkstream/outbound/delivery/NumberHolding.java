package io.inkstream.outbound.delivery;

import io.inkstream.outbound.NextStep;
import io.inkstream.outbound.ledger.LaneRef;
import io.inkstream.outbound.ledger.LedgerUnavailable;
import io.inkstream.outbound.ledger.NumberHold;
import io.inkstream.outbound.ledger.NumberHolds;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds whole numbers while their account is in trouble, instead of failing message after message. Kept in the ledger's
 * database for all instances and for restarts; ended by a probe that is accepted, or by hand.
 */
public final class NumberHolding {
    private static final Logger log = LoggerFactory.getLogger(NumberHolding.class);

    private final NumberHolds holds;
    private final SendGate gate;
    private final Announcer announcer;
    private final DeliveryProperties properties;

    NumberHolding(NumberHolds holds, SendGate gate, Announcer announcer, DeliveryProperties properties) {
        this.holds = holds;
        this.gate = gate;
        this.announcer = announcer;
        this.properties = properties;
    }

    public List<NumberHold> all() {
        return holds.all();
    }

    /** By hand: the number sends again at once. False when it was not held. */
    public boolean release(String phoneNumberId) {
        var released = holds.release(phoneNumberId);
        gate.release(phoneNumberId);
        return released;
    }

    /** Many messages may fail together when the trouble begins: the first one, and each probe, count. */
    void hold(LaneRef lane, NextStep.Hold reason) {
        hold(lane.studio(), lane.phoneNumberId(), reason.errorCode(), reason.why());
    }

    void hold(String studio, String number, int errorCode, String why) {
        var known = gate.isHeld(number);
        if (known && !gate.isProbing(number)) {
            return;
        }
        gate.hold(number, Instant.now().plus(properties.firstProbe())); // at once, whatever the database says
        try {
            apply(holds.hold(studio, number, errorCode, properties.firstProbe(), properties.longestProbe()));
        } catch (LedgerUnavailable e) {
            log.atError().setCause(e).log("hold of a number not recorded");
        }
        if (!known) {
            log.atError()
                    .addKeyValue("phoneNumberId", number)
                    .addKeyValue("code", errorCode)
                    .log("number held");
            announcer.alert(
                    new Alert(true, "outbound.number-held", studio, null, null, "number " + number + ": " + why));
        }
    }

    /** A message of this number was accepted. */
    void worked(LaneRef lane) {
        if (!gate.isHeld(lane.phoneNumberId())) {
            return;
        }
        try {
            release(lane.phoneNumberId());
        } catch (LedgerUnavailable e) {
            log.atError().setCause(e).log("end of a hold not recorded");
            return;
        }
        announcer.alert(new Alert(
                false,
                "outbound.number-resumed",
                lane.studio(),
                null,
                null,
                "number " + lane.phoneNumberId() + " sends again"));
    }

    /** What other instances, operators or an earlier run have decided. */
    void refresh() {
        var current = holds.all();
        var ended = new HashSet<>(gate.heldNumbers());
        current.forEach(hold -> ended.remove(hold.phoneNumberId()));
        current.forEach(this::apply);
        ended.forEach(gate::release);
    }

    private void apply(NumberHold hold) {
        gate.hold(hold.phoneNumberId(), hold.probeAt());
    }
}
