package io.inkstream.schemas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock that business times come from: due timers, the 24 h window, link expiry, {@code occurredAt}. It runs as the
 * real clock plus an offset, so that the standalone pipeline can be moved ahead; in production the offset is zero.
 * Leases, retry delays, rates and time-outs use the real clock instead.
 */
public final class BusinessClock extends Clock {
    private final AtomicReference<Duration> offset;

    public BusinessClock(Duration offset) {
        this.offset = new AtomicReference<>(offset);
    }

    /** How far ahead of the real clock this one runs; negative when behind. */
    public Duration offset() {
        return offset.get();
    }

    public void moveTo(Duration newOffset) {
        offset.set(newOffset);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("business times are instants; zones belong to the studio's settings");
    }
}
