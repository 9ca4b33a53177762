package io.inkstream.outbound.operations;

import io.inkstream.outbound.delivery.OperatorDecisions;
import io.inkstream.outbound.ledger.Decision;
import java.util.Locale;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** A person's word on a command of which nobody knows whether it was accepted: POST {"decision":"sent|resend|drop"}. */
@Endpoint(id = "uncertain")
final class UncertainEndpoint {
    private final OperatorDecisions decisions;

    UncertainEndpoint(OperatorDecisions decisions) {
        this.decisions = decisions;
    }

    /** False when the command is not uncertain (any more). */
    @WriteOperation
    boolean decide(@Selector String commandId, String decision) {
        return decisions.decide(commandId, Decision.valueOf(decision.toUpperCase(Locale.ROOT)));
    }
}
