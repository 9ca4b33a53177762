package io.inkstream.admin.commands;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which story a command belongs to, as its caller says: taken over when it is sane, else left out.
 *
 * @param correlationId made anew when the caller gave none
 * @param traceparent W3C trace context; absent when the caller gave none: this service starts no traces
 */
record Trace(String correlationId, @Nullable String traceparent) {
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    /** W3C trace context, version 00: ids of zeros mean none. */
    private static final Pattern W3C = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    static Trace said(@Nullable String correlationId, @Nullable String traceparent) {
        return new Trace(
                correlationId != null && SANE.matcher(correlationId).matches()
                        ? correlationId
                        : UUID.randomUUID().toString(),
                traceparent != null && W3C.matcher(traceparent).matches() ? traceparent : null);
    }
}
