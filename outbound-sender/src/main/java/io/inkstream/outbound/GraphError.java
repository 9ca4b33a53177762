package io.inkstream.outbound;

/**
 * An error that Meta's Graph API states in its body.
 *
 * @param code the only thing decisions are made by
 * @param transientHint Meta's {@code is_transient}; decides for codes that nobody knows
 * @param httpStatus decides nothing but whether an unknown code may be tried again
 */
public record GraphError(int code, boolean transientHint, int httpStatus) {

    /** The code of a plain refusal that carried no Graph error, such as a proxy's 404 or 429. */
    public static final int NONE = -1;
}
