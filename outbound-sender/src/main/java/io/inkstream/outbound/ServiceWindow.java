package io.inkstream.outbound;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** WhatsApp's customer service window: free-form messages reach a person for 24 hours after that person last wrote. */
public final class ServiceWindow {
    private static final Duration LENGTH = Duration.ofHours(24);

    private ServiceWindow() {}

    public static boolean isOpen(@Nullable Instant lastInboundAt, Instant now) {
        return lastInboundAt != null && lastInboundAt.isAfter(closedUpTo(now));
    }

    /** Whoever last wrote at this moment or before is outside the window now. */
    public static Instant closedUpTo(Instant now) {
        return now.minus(LENGTH);
    }
}
