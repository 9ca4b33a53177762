package io.inkstream.admin.deadletters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A dead letter that somebody might send again. */
record Candidate(
        String id,
        String topic,
        @Nullable String detail,
        @Nullable String studio,
        String originTopic,
        @Nullable String key,
        String payload,
        boolean base64) {
    /** How the processor says that a payload was cut to fit. */
    private static final Pattern CUT = Pattern.compile("; the first \\d+ of \\d+ bytes$");

    /** Whether the record can be put back where it came from, as it was. */
    boolean repeatable() {
        return RedriveDesk.TAKES_BACK.contains(originTopic)
                && key != null
                && !payload.isEmpty()
                && (detail == null || !CUT.matcher(detail).find());
    }

    byte[] value() {
        return base64 ? Base64.getDecoder().decode(payload) : payload.getBytes(StandardCharsets.UTF_8);
    }

    /** The same for the same record, however often it dies. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((originTopic + "\n" + Objects.requireNonNullElse(key, "") + "\n" + payload)
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
