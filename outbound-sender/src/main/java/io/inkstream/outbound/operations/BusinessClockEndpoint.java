package io.inkstream.outbound.operations;

import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Moves the business clock of a standalone pipeline; the simulator calls it. */
@Endpoint(id = "businessclock")
final class BusinessClockEndpoint {
    private final BusinessClock clock;

    BusinessClockEndpoint(BusinessClock clock) {
        this.clock = clock;
    }

    @ReadOperation
    Map<String, String> read() {
        return Map.of(
                "offset", clock.offset().toString(), "now", clock.instant().toString());
    }

    /** {@code offset}: ISO-8601, how far ahead of the real clock. */
    @WriteOperation
    Map<String, String> move(String offset) {
        clock.moveTo(Duration.parse(offset));
        return read();
    }
}
