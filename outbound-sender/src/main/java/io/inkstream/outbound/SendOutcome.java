package io.inkstream.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one request to WhatsApp came to. */
public sealed interface SendOutcome {

    /** WhatsApp took it. It says nothing about delivery. */
    record Accepted(String wamid) implements SendOutcome {}

    /** A readable error: WhatsApp did not take it. {@code retryAfter} is what the response asked for, if anything. */
    record Refused(GraphError error, @Nullable Duration retryAfter) implements SendOutcome {}

    /** No byte of the request left: certainly not accepted. */
    record NotSent(String detail) implements SendOutcome {}

    /** Time-out, reset, end of stream, 5xx without a Graph error, 200 without an id: perhaps accepted. */
    record Unknown(String detail) implements SendOutcome {}

    /** The claim had run out before the request was begun: somebody else may own the command by now. */
    record LeaseLost() implements SendOutcome {}
}
