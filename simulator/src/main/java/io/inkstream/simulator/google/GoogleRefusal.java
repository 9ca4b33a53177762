package io.inkstream.simulator.google;

/** Ends a call with an error; nothing of it was done. */
public final class GoogleRefusal extends RuntimeException {
    private final transient GoogleError error;

    public GoogleRefusal(GoogleError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public GoogleError error() {
        return error;
    }
}
