package io.inkstream.schemas.inbound;

import org.jspecify.annotations.Nullable;

/** The click-to-WhatsApp advert that brought a client. */
public record Referral(
        @Nullable String sourceId,
        @Nullable String sourceType,
        @Nullable String clickId) {}
