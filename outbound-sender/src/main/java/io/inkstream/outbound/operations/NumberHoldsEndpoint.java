package io.inkstream.outbound.operations;

import io.inkstream.outbound.delivery.NumberHolding;
import io.inkstream.outbound.ledger.NumberHold;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** The numbers on hold: GET lists them, DELETE of one lets it send again at once. */
@Endpoint(id = "numberholds")
final class NumberHoldsEndpoint {
    private final NumberHolding holding;

    NumberHoldsEndpoint(NumberHolding holding) {
        this.holding = holding;
    }

    @ReadOperation
    List<NumberHold> all() {
        return holding.all();
    }

    @DeleteOperation
    boolean release(@Selector String phoneNumberId) {
        return holding.release(phoneNumberId);
    }
}
