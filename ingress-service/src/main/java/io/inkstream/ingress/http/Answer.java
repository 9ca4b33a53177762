package io.inkstream.ingress.http;

import java.util.Locale;

/**
 * Everything a webhook can be answered, with its HTTP status. Whatever is neither 200 nor 5xx says that sending the same
 * bytes again would not help; the providers still do, and that is theirs to stop.
 */
public enum Answer {
    ACCEPTED(200, "Accepted", "Every record of this webhook is on the log."),
    BAD_JSON(400, "Not JSON", "The body is signed correctly, but it is not the JSON that this webhook sends."),
    WRONG_MODE(400, "Wrong mode", "A test event reached a live endpoint, or a live event a test endpoint."),
    BAD_SIGNATURE(401, "Bad signature", "The signature is missing, malformed, too old, or not made with our secret."),
    TOO_SLOW(408, "Too slow", "The body did not arrive in time."),
    TOO_LARGE(413, "Too large", "The body is larger than this webhook can be."),
    TOO_MANY_UPDATES(413, "Too many updates", "The body holds more updates than one webhook can carry."),
    NOT_JSON_TYPE(415, "Unsupported media type", "Send application/json, in UTF-8."),
    ENCODED(415, "Unsupported content encoding", "Send the body as it was signed, without a content encoding."),
    BROKEN(500, "Internal error", "This should not have happened; it has been logged. Send this webhook again."),
    NOT_READY(503, "Not ready", "The service is still reading its tables. Send this webhook again."),
    FULL(503, "Too busy", "Too much is waiting for the log already. Send this webhook again."),
    NOT_PUBLISHED(503, "Not stored", "The log did not take every record in time. Send this webhook again.");

    private final int status;
    private final String title;
    private final String detail;

    Answer(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public boolean accepted() {
        return this == ACCEPTED;
    }

    /** Whether the provider should simply send it again later. */
    boolean retryable() {
        return status >= 500;
    }

    /** Whether a refusal is about a body that the provider did sign: worth a person's attention. */
    boolean concernsSignedBody() {
        return this == BAD_JSON || this == WRONG_MODE || this == TOO_MANY_UPDATES;
    }

    /** As a metric's tag and as the problem's type. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }
}
