package io.inkstream.admin.operations;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something an operator should know. */
record SystemEventItem(
        String id,
        Instant occurredAt,
        String level,
        String name,
        @Nullable String studio,
        @Nullable String leadId,
        @Nullable String correlationId,
        Map<String, String> details) {}
