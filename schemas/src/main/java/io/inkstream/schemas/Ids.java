package io.inkstream.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Deterministic ids: the same input, processed again, yields the same ids, so that repeats are recognised everywhere. */
public final class Ids {

    /** Namespace of all our UUIDv5 values: itself UUIDv5(DNS namespace, "inkstream.io"), fixed for ever. */
    private static final UUID NAMESPACE = UUID.fromString("7dc6a7ae-b58e-5d76-994b-c68b69758f65");

    private Ids() {}

    /** The id of the {@code ordinal}-th thing of this kind that came from one input. */
    public static String derived(String inputId, String kind, int ordinal) {
        return uuid5(kind + '\u0000' + ordinal + '\u0000' + inputId).toString();
    }

    /** The pseudonym of a conversation on long-lived topics; {@code conversationKey} is {@code <studio>/<phone or BSUID>}. */
    public static String contactId(String conversationKey) {
        return uuid5("contact\u0000" + conversationKey).toString();
    }

    private static UUID uuid5(String name) {
        var digest = sha1();
        digest.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        var hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        var high = (hash.getLong() & ~0xF000L) | 0x5000L;
        var low = (hash.getLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1"); // what RFC 9562 prescribes for version 5; not used for secrecy
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
