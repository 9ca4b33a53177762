package io.inkstream.schemas.system;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something an operator should know. {@code details} never holds a phone number, a name or message text. */
@JsonTypeName("system.event")
public record SystemEvent(
        String id,
        Instant occurredAt,
        Level level,
        String name,
        @Nullable String studio,
        @Nullable String leadId,
        @Nullable String correlationId,
        Map<String, String> details)
        implements WireRecord {

    public SystemEvent {
        details = Map.copyOf(details);
    }

    /** How urgent. */
    public enum Level {
        INFO,
        WARN,
        ERROR
    }
}
