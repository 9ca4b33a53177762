package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ledger.Arrival;
import io.inkstream.outbound.ledger.LaneRef;
import io.inkstream.outbound.ledger.Ledger;
import io.inkstream.outbound.ledger.LedgerUnavailable;
import io.inkstream.outbound.ledger.Redrive;
import io.inkstream.schemas.outbound.OutboundCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Takes polls into the ledger, and starts at once what can be sent at once, in the same transaction. */
public final class Intake {
    /** Facts of the same poll wait with it. */
    private static final Duration ROOM_AWAITED_FOR = Duration.ofMillis(200);

    private final Ledger ledger;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final LedgerWriter writer;

    Intake(Ledger ledger, Lanes lanes, Dispatcher dispatcher, LedgerWriter writer) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.writer = writer;
    }

    /**
     * Returns when the records are safe in the ledger; sending goes on by itself.
     *
     * @param records all of the poll, for their facts
     * @param arrivals the commands among them
     * @param redrives those among them that a person wants to have sent again
     * @throws LedgerUnavailable when nothing was kept: try again
     * @throws InterruptedException when asked to stop; nothing was kept
     */
    public void accept(List<OutboundCommand> records, List<Arrival> arrivals, List<Redrive> redrives)
            throws InterruptedException {
        Map<String, LaneRef> wanted = new LinkedHashMap<>();
        var withMore = new ArrayList<LaneRef>();
        for (var arrival : arrivals) {
            var lane = LaneRef.of(arrival.command());
            if (wanted.put(lane.lane(), lane) != null) {
                withMore.add(lane);
            }
        }
        lanes.awaitRoom(wanted.size(), ROOM_AWAITED_FOR);
        var granted = lanes.grant(wanted.values());
        var lease = dispatcher.newLease();
        Ledger.Accepted accepted;
        try {
            accepted = ledger.accept(
                    records,
                    arrivals,
                    redrives,
                    granted.stream().map(LaneRef::lane).toList());
        } catch (LedgerUnavailable e) {
            dispatcher.returnUnclaimed(granted, List.of());
            throw e;
        }
        // Only now: a lane that is looked at before the commit shows nothing to send.
        var others = new LinkedHashSet<>(wanted.values());
        granted.forEach(others::remove);
        dispatcher.start(granted, accepted.claims(), lease);
        others.forEach(lanes::offer);
        withMore.forEach(lanes::offer); // the second message of a lane waits for the first
        writer.announce(accepted.changed());
    }
}
