package io.inkstream.admin.leads;

import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.lead.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead in a list. {@code phone} is absent for people who hide it, and after erasure. */
public record LeadSummary(
        String leadId,
        String contactId,
        String studio,
        @Nullable String phone,
        @Nullable String name,
        Status status,
        long version,
        Contact.Consent consent,
        @Nullable String currentQuestion,
        @Nullable String handoverReason,
        Instant createdAt,
        Instant updatedAt) {}
