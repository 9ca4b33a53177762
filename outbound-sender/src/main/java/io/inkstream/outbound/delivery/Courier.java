package io.inkstream.outbound.delivery;

import io.inkstream.outbound.Aftermath;
import io.inkstream.outbound.Judgement.AsTemplate;
import io.inkstream.outbound.Judgement.Sendable;
import io.inkstream.outbound.Judgement.Skip;
import io.inkstream.outbound.Judgement.Unsendable;
import io.inkstream.outbound.NextStep;
import io.inkstream.outbound.SendOutcome;
import io.inkstream.outbound.SendPolicy;
import io.inkstream.outbound.ledger.Claim;
import io.inkstream.outbound.ledger.LaneRef;
import io.inkstream.outbound.ledger.LedgerRow;
import io.inkstream.outbound.ledger.Settlement;
import io.inkstream.outbound.whatsapp.GraphClient;
import io.inkstream.outbound.whatsapp.GraphRequests;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out claims: judges, sends, and hands on what became of it. Each on a virtual thread; no transaction is open meanwhile. */
final class Courier implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final GraphRequests requests;
    private final GraphClient client;
    private final Aftermath aftermath;
    private final NumberHolding holding;
    private final AccountWatch accounts;
    private final SendGate gate;
    private final LedgerWriter writer;
    private final Announcer announcer;
    private final SenderMetrics metrics;
    private final Clock businessClock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("courier-", 0).factory());

    /** What a courier needs of the rest. */
    record Tools(
            GraphRequests requests,
            GraphClient client,
            Aftermath aftermath,
            NumberHolding holding,
            AccountWatch accounts,
            SendGate gate,
            LedgerWriter writer,
            Announcer announcer,
            SenderMetrics metrics) {}

    Courier(Tools tools, Clock businessClock) {
        this.requests = tools.requests();
        this.client = tools.client();
        this.aftermath = tools.aftermath();
        this.holding = tools.holding();
        this.accounts = tools.accounts();
        this.gate = tools.gate();
        this.writer = tools.writer();
        this.announcer = tools.announcer();
        this.metrics = tools.metrics();
        this.businessClock = businessClock;
    }

    void carry(Claim claim, Lease lease) {
        threads.execute(() -> writer.settle(new Settlement(claim.row(), stepOf(claim, lease))));
    }

    /** Waits for the requests under way. */
    @Override
    public void close() {
        threads.close();
    }

    private NextStep stepOf(Claim claim, Lease lease) {
        var row = claim.row();
        if (claim.gap()) {
            announcer.alert(new Alert(
                    true,
                    "outbound.gap",
                    row.command().studio(),
                    row.command().leadId(),
                    row.id(),
                    "lower numbers than " + row.command().laneSeq() + " of this lane never arrived"));
        }
        var judgement = SendPolicy.judge(row.command(), claim.consent(), row.windowOpen(), businessClock.instant());
        return switch (judgement) {
            case AsTemplate form ->
                accounts.whyBlocked(row.command().studio(), form.template())
                        .map(why ->
                                unsent(row, LedgerState.FAILED, Outcome.UNSENDABLE, "its template is blocked: " + why))
                        .orElseGet(() -> request(row, form, lease));
            case Sendable form -> request(row, form, lease);
            case Skip skip -> unsent(row, LedgerState.SKIPPED, Outcome.SKIPPED, skip.why());
            case Unsendable unsendable -> unsent(row, LedgerState.FAILED, Outcome.UNSENDABLE, unsendable.why());
        };
    }

    private NextStep unsent(LedgerRow row, LedgerState state, Outcome outcome, String why) {
        gate.giveBack(LaneRef.of(row.command()));
        return NextStep.Finish.unsent(state, outcome, why);
    }

    private NextStep request(LedgerRow row, Sendable form, Lease lease) {
        byte[] body;
        try {
            body = requests.render(row.command(), form, row.attempts());
        } catch (RuntimeException e) { // a bug, or a record that nobody foresaw: it must not come back for ever
            log.atError().setCause(e).addKeyValue("commandId", row.id()).log("command cannot be rendered");
            return unsent(
                    row,
                    LedgerState.DEAD,
                    Outcome.DEAD,
                    "cannot be rendered: " + e.getClass().getSimpleName());
        }
        metrics.began(row);
        var start = System.nanoTime();
        var outcome = client.send(row.command().phoneNumberId(), body, lease::allowsToBegin);
        metrics.answered(outcome, Duration.ofNanos(System.nanoTime() - start));
        var attempt = new Aftermath.Try(
                row.failures(), row.sentAsTemplate(), row.command().template() != null);
        var step = aftermath.after(attempt, outcome, ThreadLocalRandom.current().nextDouble());
        tellGate(LaneRef.of(row.command()), outcome, step);
        return step;
    }

    private void tellGate(LaneRef lane, SendOutcome outcome, NextStep step) {
        if (outcome instanceof SendOutcome.Accepted) {
            holding.worked(lane);
        }
        if (step instanceof NextStep.Hold hold) {
            holding.hold(lane, hold);
        }
        if (step instanceof NextStep.Retry retry && retry.slowsNumber()) {
            gate.slow(lane.phoneNumberId());
        }
        gate.left(lane);
    }
}
