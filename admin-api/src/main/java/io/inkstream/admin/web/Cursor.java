package io.inkstream.admin.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The last item that a reader has seen: its time and its id, so that new items never shift the pages. */
public record Cursor(Instant at, String id) {

    /** Beyond it no record was ever made, and PostgreSQL knows no such times. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Opaque to readers. */
    public String toText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Absent for absent; a 400 problem for anything that no page gave out. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            if (parts.length == 2 && parts[1].indexOf('\u0000') < 0) {
                var at = Instant.parse(parts[0]);
                if (at.isAfter(Instant.EPOCH) && at.isBefore(LATEST)) {
                    return new Cursor(at, parts[1]);
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // falls through: it is not one of ours
        }
        throw Problem.badRequest("bad-cursor", "The cursor is not one that a page of this list gave out.");
    }
}
