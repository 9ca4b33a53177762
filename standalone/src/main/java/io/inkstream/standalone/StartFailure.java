package io.inkstream.standalone;

/** The pipeline cannot start, in words that tell the person at the terminal what to do. */
final class StartFailure extends RuntimeException {
    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
