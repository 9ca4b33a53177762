package io.inkstream.admin;

import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the simulator move the standalone pipeline's business clock. {@code offset} is ISO-8601: {@code PT36H}. */
@Component
@Profile("standalone")
@Endpoint(id = "businessclock")
class BusinessClockEndpoint {
    private final BusinessClock clock;

    BusinessClockEndpoint(BusinessClock clock) {
        this.clock = clock;
    }

    @ReadOperation
    Map<String, String> read() {
        return Map.of(
                "offset", clock.offset().toString(), "now", clock.instant().toString());
    }

    @WriteOperation
    Map<String, String> move(String offset) {
        clock.moveTo(Duration.parse(offset));
        return read();
    }
}
