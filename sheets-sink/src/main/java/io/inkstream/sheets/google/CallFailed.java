package io.inkstream.sheets.google;

import io.inkstream.sheets.CallFailure;

/** A call to Google did not succeed; {@link #failure()} says what that means. Carries no cell text. */
public final class CallFailed extends Exception {
    private final transient CallFailure failure;

    public CallFailed(CallFailure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    public CallFailed(CallFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public CallFailure failure() {
        return failure;
    }
}
