package io.inkstream.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.inkstream.conversation.copy.CopyBook;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.lead.LeadSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules remember of one person's conversation with one studio. Immutable; kept as plain JSON.
 *
 * @param contactId the person's pseudonym
 * @param lastTime the latest business time seen; time never runs backwards in a conversation
 * @param lead the enquiry that the latest input was about; absent before the first word
 * @param others further open enquiries of the same person; absent when there are none, as nearly always
 */
public record ConversationState(
        String contactId,
        String studio,
        Consent consent,
        @Nullable Instant lastTime,
        Person person,
        @Nullable Lead lead,
        @Nullable List<Lead> others) {

    public ConversationState {
        others = others == null || others.isEmpty() ? null : List.copyOf(others);
    }

    /** Before the first word. */
    public static ConversationState initial(String contactId, String studio) {
        return new ConversationState(contactId, studio, Consent.GRANTED, null, Person.UNKNOWN, null, null);
    }

    /** The lead as everybody else sees it. */
    public @Nullable LeadSnapshot snapshot() {
        return lead == null ? null : Snapshots.of(this, lead);
    }

    /** The language that the client is spoken to in. */
    public String locale(StudioConfig settings) {
        return CopyBook.of(person.locale() == null ? settings.locale() : person.locale())
                .locale();
    }

    /** The key of the question that waits for an answer; null when none does. */
    public @Nullable String openQuestion() {
        var open = lead == null ? null : lead.consultation().open();
        return open == null ? null : open.question();
    }

    /** Pseudonym and status only: answers are personal. */
    @Override
    public String toString() {
        return "ConversationState[" + contactId + " " + (lead == null ? "no lead" : lead.status()) + "]";
    }

    @JsonIgnore
    boolean optedOut() {
        return consent == Consent.OPTED_OUT;
    }
}
