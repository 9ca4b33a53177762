package io.inkstream.schemas.inbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook about the account instead of a conversation: templates, quality, limits, preferences, app-level errors.
 *
 * @param field Meta's {@code changes[].field}, or {@code errors} for value-level errors
 * @param studio the studio, when a phone number id or account id of ours was named
 * @param raw the change's {@code value} as Meta sent it
 */
@JsonTypeName("wa.account")
public record AccountNotice(
        String id,
        Instant occurredAt,
        @Nullable String studio,
        @Nullable String accountId,
        @Nullable String phoneNumberId,
        String field,
        String raw)
        implements WireRecord {

    @Override
    public String toString() {
        return "AccountNotice[" + field + "]";
    }
}
