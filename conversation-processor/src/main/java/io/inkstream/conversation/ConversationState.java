package io.inkstream.conversation;

import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.lead.LeadSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules remember of one person's conversation with one studio.
 *
 * @param contactId the person's pseudonym
 * @param lastTime the latest business time seen; time never runs backwards in a conversation
 */
public record ConversationState(
        String contactId, String studio, Consent consent, @Nullable Instant lastTime, @Nullable LeadSnapshot lead) {

    /** Before the first word. */
    public static ConversationState initial(String contactId, String studio) {
        return new ConversationState(contactId, studio, Consent.GRANTED, null, null);
    }

    /** The newest lead as everybody else sees it. */
    public @Nullable LeadSnapshot snapshot() {
        return lead;
    }
}
