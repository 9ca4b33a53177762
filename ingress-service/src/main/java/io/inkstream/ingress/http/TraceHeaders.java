package io.inkstream.ingress.http;

import io.inkstream.ingress.publish.Trace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a caller says about the trace that a webhook belongs to: taken over when it is sane, else left out. */
final class TraceHeaders {
    static final String CORRELATION_ID = "X-Correlation-ID";
    private static final String TRACEPARENT = "traceparent";
    /** What a caller may choose: nothing that could break a log line, a header or a URL. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    /** W3C trace context, version 00: ids of zeros mean none. */
    private static final Pattern W3C = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceHeaders() {}

    static Trace of(HttpServletRequest request) {
        return new Trace(correlationId(request.getHeader(CORRELATION_ID)), traceparent(request.getHeader(TRACEPARENT)));
    }

    private static String correlationId(@Nullable String given) {
        return given != null && SANE.matcher(given).matches() ? given : made();
    }

    private static @Nullable String traceparent(@Nullable String given) {
        return given != null && W3C.matcher(given).matches() ? given : null;
    }

    /** Told apart, not kept secret: the secure generator would be shared by all requests, and cost more than their hashes. */
    private static String made() {
        var random = ThreadLocalRandom.current();
        long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant2 = (random.nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(version4, variant2).toString();
    }
}
