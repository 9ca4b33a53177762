package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ledger.LaneRef;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;

/** Has lanes looked at whose retry may be due. Wakes too often and too early do no harm. */
public final class RetryWakeUps {
    private final Lanes lanes;

    RetryWakeUps(Lanes lanes) {
        this.lanes = lanes;
    }

    public void wake(SendMessage command) {
        lanes.offer(LaneRef.of(command));
    }
}
