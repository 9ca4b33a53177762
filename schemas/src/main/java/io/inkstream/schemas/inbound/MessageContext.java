package io.inkstream.schemas.inbound;

import org.jspecify.annotations.Nullable;

/** What a message refers to: {@code quotedId} is the wamid of a quoted message; forwarded messages have none. */
public record MessageContext(
        @Nullable String quotedId,
        boolean forwarded,
        @Nullable String productId) {}
