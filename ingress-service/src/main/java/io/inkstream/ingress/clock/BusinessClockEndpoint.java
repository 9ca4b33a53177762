package io.inkstream.ingress.clock;

import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Lets the simulator move this service's business clock. Exists only in the standalone profile. */
@Endpoint(id = "businessclock")
public final class BusinessClockEndpoint {
    private final BusinessClock clock;

    public BusinessClockEndpoint(BusinessClock clock) {
        this.clock = clock;
    }

    @ReadOperation
    public Map<String, String> read() {
        return Map.of(
                "offset", clock.offset().toString(), "now", clock.instant().toString());
    }

    /** {@code offset}: ISO-8601, from the real clock; not a step from the present offset. */
    @WriteOperation
    public Map<String, String> move(String offset) {
        clock.moveTo(Duration.parse(offset));
        return read();
    }
}
