package io.inkstream.schemas.json;

/** A value that is not what its topic holds. The message names the fault without quoting the content. */
public final class UnreadableRecord extends RuntimeException {
    public UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
