package io.inkstream.admin.web;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An answer that says what went wrong, as RFC 9457 has it; {@code type} is stable and may be relied on. */
public final class Problem extends ErrorResponseException {
    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    public static Problem badRequest(String type, String detail) {
        return of(HttpStatus.BAD_REQUEST, type, detail, Map.of());
    }

    public static Problem notFound(String type, String detail) {
        return of(HttpStatus.NOT_FOUND, type, detail, Map.of());
    }

    public static Problem conflict(String type, String detail, Map<String, ?> properties) {
        return of(HttpStatus.CONFLICT, type, detail, properties);
    }

    /** {@code properties}: further fields of the body. */
    public static Problem of(HttpStatus status, String type, String detail, Map<String, ?> properties) {
        var body = body(status, type, detail);
        properties.forEach(body::setProperty);
        return new Problem(status, body);
    }

    /** Also for answers that are written outside of a controller. */
    public static ProblemDetail body(HttpStatus status, String type, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:inkstream:problem:" + type));
        body.setTitle(type.replace('-', ' '));
        return body;
    }

    /** Adds Retry-After, in seconds. */
    public Problem retryAfter(long seconds) {
        getHeaders().set("Retry-After", String.valueOf(seconds));
        return this;
    }
}
