package io.inkstream.admin.leads;

import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Estimate;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.lead.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead with everything that is known of it. Money in minor units.
 *
 * @param version what a command names as expectedVersion
 * @param answers by question key, plus {@code location}; {@code text} is the value as kept, {@code said} the client's words
 * @param parseFailures strikes per field, above 0 only
 * @param timeline oldest first
 * @param timelineTruncated the beginning of a very long timeline was left out
 */
public record LeadDetail(
        String leadId,
        String contactId,
        String studio,
        @Nullable String phone,
        @Nullable String name,
        Status status,
        long version,
        long seq,
        Contact.Consent consent,
        @Nullable String currentQuestion,
        Map<String, Answer> answers,
        @Nullable Estimate estimate,
        LeadSnapshot.@Nullable Approval approval,
        Map<String, Integer> parseFailures,
        @Nullable String handoverReason,
        @Nullable Status returnTo,
        boolean artistHolds,
        List<LeadSnapshot.Slot> slots,
        LeadSnapshot.@Nullable Slot selectedSlot,
        LeadSnapshot.@Nullable Deposit deposit,
        LeadSnapshot.@Nullable Tour tour,
        @Nullable String summary,
        @Nullable String locale,
        Map<String, Instant> times,
        Instant createdAt,
        Instant updatedAt,
        List<TimelineEntry> timeline,
        boolean timelineTruncated) {}
