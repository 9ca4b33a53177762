package io.inkstream.outbound.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Something an operator should know.
 *
 * @param detail never a phone number or message text
 */
public record Alert(
        boolean urgent,
        String name,
        String studio,
        @Nullable String leadId,
        @Nullable String commandId,
        String detail) {}
