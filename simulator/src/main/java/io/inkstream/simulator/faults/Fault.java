package io.inkstream.simulator.faults;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Trouble that a test orders.
 *
 * @param status of the answer, for {@link Kind#STATUS}
 * @param code a provider's own error code, answered in its authentic form; absent: {@code body}, else what fits the status
 * @param body answered as it is; a JSON string is answered as HTML, like a gateway's error page
 * @param times how often; {@link Integer#MAX_VALUE} is until deleted
 * @param rate share of the matching calls that are hit, 0 to 1
 * @param match what the call must be about, such as {@code to} with the recipient's digits; empty: any call
 */
record Fault(
        Target target,
        Kind kind,
        int status,
        @Nullable String code,
        @Nullable JsonNode body,
        Duration delay,
        int times,
        double rate,
        Map<String, String> match) {

    Fault {
        match = Map.copyOf(match);
    }

    /** What happens to a call. */
    enum Kind {
        /** Refused with an error: nothing is done. */
        STATUS,
        /** Done at once, answered late. */
        DELAY,
        /** Done, but the connection breaks before the answer. */
        DROP_AFTER_ACCEPT,
        /** The connection is reset, nothing is done. */
        RESET
    }
}
