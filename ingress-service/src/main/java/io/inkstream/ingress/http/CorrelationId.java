package io.inkstream.ingress.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that follows a webhook through every record and log line it causes. */
final class CorrelationId {
    static final String HEADER = "X-Correlation-ID";
    /** What a caller may choose: nothing that could break a log line, a header or a URL. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private CorrelationId() {}

    /** The caller's own id when it is sane, else a new one. */
    static String of(HttpServletRequest request) {
        var given = request.getHeader(HEADER);
        return given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
