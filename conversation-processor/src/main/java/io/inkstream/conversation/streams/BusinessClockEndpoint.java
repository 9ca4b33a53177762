package io.inkstream.conversation.streams;

import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.annotation.Profile;

/** Lets the standalone pipeline move its business clock; no other profile has it. */
@Endpoint(id = "businessclock")
@Profile("standalone")
class BusinessClockEndpoint {
    private final BusinessClock clock;

    BusinessClockEndpoint(BusinessClock clock) {
        this.clock = clock;
    }

    /** The clock as it stands: {@code offset} to the real clock, and {@code now} by it. */
    record Reading(Duration offset, Instant now) {}

    @ReadOperation
    Reading read() {
        return new Reading(clock.offset(), clock.instant());
    }

    /** {@code {"offset":"PT36H"}}: absolute, not added to the present one. */
    @WriteOperation
    Reading move(Duration offset) {
        clock.moveTo(offset);
        return read();
    }
}
