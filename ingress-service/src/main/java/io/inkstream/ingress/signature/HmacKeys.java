package io.inkstream.ingress.signature;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under several keys at once: while a secret is being rotated, both are good. Every key is tried and every
 * comparison takes the same time, whatever matches. Thread-safe.
 */
public final class HmacKeys {
    private static final String ALGORITHM = "HmacSHA256";

    /** Keyed once; a request works on a clone, which is cheaper than keying and needs no lock. */
    private final List<Mac> keyed;

    public HmacKeys(List<Secret> secrets) {
        this.keyed = secrets.stream().map(HmacKeys::keyed).toList();
    }

    /** Whether one of {@code candidates} (each a hash of 32 bytes) is the hash of {@code parts} under one of the keys. */
    public boolean anyMatch(List<byte[]> candidates, byte[]... parts) {
        boolean matched = false;
        for (var mac : keyed) {
            var hash = hash(mac, parts);
            for (var candidate : candidates) {
                matched |= MessageDigest.isEqual(hash, candidate);
            }
        }
        return matched;
    }

    private static byte[] hash(Mac prototype, byte[][] parts) {
        try {
            var mac = (Mac) prototype.clone();
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own Mac can be cloned", e);
        }
    }

    private static Mac keyed(Secret secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
