package io.inkstream.schemas.identity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;

/** One alias of a person (phone digits, BSUID or previous BSUID) and the conversation it leads to. Last record wins. */
@JsonTypeName("wa.identity")
public record IdentityAlias(String id, Instant occurredAt, String studio, String alias, String conversationKey)
        implements WireRecord {

    /** The record key, {@code <studio>/<alias>}. */
    public String recordKey() {
        return studio + "/" + alias;
    }

    @Override
    public String toString() {
        return "IdentityAlias[***]";
    }
}
