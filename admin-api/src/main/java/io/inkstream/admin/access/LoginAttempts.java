package io.inkstream.admin.access;

/** Counts wrong passwords per address. */
final class LoginAttempts {
    private final TokenBuckets buckets;

    LoginAttempts(TokenBuckets buckets) {
        this.buckets = buckets;
    }

    boolean blocked(String address) {
        return !buckets.untilNext(address).isZero();
    }

    void failed(String address) {
        buckets.take(address);
    }
}
