package io.inkstream.schemas.inbound;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote, by every identifier that the webhook named. At least one of phone and bsuid is present.
 *
 * @param phone E.164 digits without +, from {@code messages[].from}
 * @param waId {@code contacts[].wa_id}; may differ from the phone for some countries
 * @param bsuid business-scoped user id; never shortened
 * @param conflictingKey the other conversation key, when the identifiers pointed to two
 */
public record Sender(
        @Nullable String phone,
        @Nullable String waId,
        @Nullable String bsuid,
        @Nullable String previousBsuid,
        @Nullable String profileName,
        @Nullable String username,
        @Nullable String conflictingKey) {

    @Override
    public String toString() {
        return "Sender[***]";
    }
}
