package io.inkstream.admin.access;

/** Counts wrong passwords per address. */
final class LoginAttempts {
    private final TokenBuckets buckets;

    LoginAttempts(TokenBuckets buckets) {
        this.buckets = buckets;
    }

    /** Counts a login as wrong before its password is looked at, so that many at once are no way around; false: too many. */
    boolean begin(String address) {
        return buckets.take(address).isZero();
    }

    /** It was right after all. */
    void succeeded(String address) {
        buckets.giveBack(address);
    }
}
