package io.inkstream.schemas.identity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The only long-lived record that names a person; its tombstone is erasure. {@code id} is the contactId. */
@JsonTypeName("contact")
public record Contact(
        String id,
        Instant occurredAt,
        String studio,
        String conversationKey,
        @Nullable String phone,
        @Nullable String bsuid,
        @Nullable String profileName,
        Consent consent,
        boolean artist)
        implements WireRecord {

    /** Whether we may write to this person. Belongs to the person, not to a lead. */
    public enum Consent {
        GRANTED,
        OPTED_OUT
    }

    @Override
    public String toString() {
        return "Contact[" + id + "]";
    }
}
