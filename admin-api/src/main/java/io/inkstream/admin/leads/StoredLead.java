package io.inkstream.admin.leads;

import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.lead.LeadSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A lead's row, joined with its contact. */
record StoredLead(
        LeadSnapshot snapshot,
        long seq,
        @Nullable String phone,
        @Nullable Consent contactConsent,
        @Nullable Instant contactAt,
        Instant createdAt,
        Instant updatedAt) {

    LeadSummary summary() {
        return new LeadSummary(
                snapshot.leadId(),
                snapshot.contactId(),
                snapshot.studio(),
                phone,
                snapshot.clientName(),
                snapshot.status(),
                snapshot.version(),
                consent(),
                snapshot.currentQuestion(),
                snapshot.handoverReason(),
                createdAt,
                updatedAt);
    }

    LeadDetail detail(List<TimelineEntry> timeline, boolean truncated) {
        return new LeadDetail(
                snapshot.leadId(),
                snapshot.contactId(),
                snapshot.studio(),
                phone,
                snapshot.clientName(),
                snapshot.status(),
                snapshot.version(),
                seq,
                consent(),
                snapshot.currentQuestion(),
                snapshot.answers(),
                snapshot.estimate(),
                snapshot.approval(),
                strikes(),
                snapshot.handoverReason(),
                snapshot.returnTo(),
                snapshot.artistHolds(),
                snapshot.slots(),
                snapshot.selectedSlot(),
                snapshot.deposit(),
                snapshot.tour(),
                snapshot.summary(),
                snapshot.locale(),
                snapshot.times(),
                createdAt,
                updatedAt,
                timeline,
                truncated);
    }

    /** Consent belongs to the person: an older lead shows what the person said later. */
    private Consent consent() {
        return contactConsent != null && contactAt != null && contactAt.isAfter(updatedAt)
                ? contactConsent
                : snapshot.consent();
    }

    private Map<String, Integer> strikes() {
        return snapshot.parseFailures().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
