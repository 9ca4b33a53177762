package io.inkstream.schemas.json;

/**
 * A value that is not what its topic holds. The message names the fault without quoting the content, so it may be logged
 * and shown; for the same reason the JSON library's own exception, which does quote, is not kept as the cause.
 */
public final class UnreadableRecord extends RuntimeException {
    public UnreadableRecord(String message) {
        super(message);
    }

    public UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
