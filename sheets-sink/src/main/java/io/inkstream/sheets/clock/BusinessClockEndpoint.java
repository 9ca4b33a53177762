package io.inkstream.sheets.clock;

import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Lets the simulator move this service's business clock along with the others'; only in standalone. */
@Endpoint(id = "businessclock")
final class BusinessClockEndpoint {
    private final BusinessClock clock;

    BusinessClockEndpoint(BusinessClock clock) {
        this.clock = clock;
    }

    /** The clock as it stands. */
    record Reading(Duration offset, Instant now) {}

    @ReadOperation
    Reading read() {
        return new Reading(clock.offset(), clock.instant());
    }

    /** Sets the offset from the real clock, such as {@code PT36H}. */
    @WriteOperation
    Reading move(String offset) {
        clock.moveTo(Duration.parse(offset));
        return read();
    }
}
