package io.inkstream.schemas.lead;

import io.inkstream.schemas.identity.Contact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it stood after a decision: what the projector stores and the API shows. Never holds a phone number.
 *
 * @param version grows only when something changes that a person decides on; commands name the one they saw
 * @param answers by question key, plus {@code location} (city, country, region together)
 * @param times by what happened: {@code createdAt}, {@code lastClientMessageAt}, {@code qualifyingStartedAt}, {@code approvedAt} ...
 */
public record LeadSnapshot(
        String leadId,
        String contactId,
        String studio,
        Status status,
        long version,
        Contact.Consent consent,
        @Nullable String currentQuestion,
        Map<String, Answer> answers,
        @Nullable Estimate estimate,
        @Nullable Approval approval,
        Map<String, Integer> parseFailures,
        @Nullable String handoverReason,
        @Nullable Status returnTo,
        boolean artistHolds,
        List<Slot> slots,
        @Nullable Slot selectedSlot,
        @Nullable Deposit deposit,
        @Nullable String summary,
        @Nullable String locale,
        @Nullable String clientName,
        @Nullable Tour tour,
        Map<String, Instant> times) {

    public LeadSnapshot {
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        parseFailures = Map.copyOf(parseFailures);
        slots = List.copyOf(slots);
        times = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(times));
    }

    /** The artist's figures, in minor units. */
    public record Approval(long priceFromMinor, long priceToMinor, long depositMinor) {}

    /** An appointment slot. */
    public record Slot(Instant start, Instant end) {}

    /** The deposit, in minor units. */
    public record Deposit(
            long amountMinor,
            long paidMinor,
            @Nullable Instant paidAt,
            @Nullable Instant expiresAt) {}

    /** Where the client wants to be tattooed, and what was offered instead. */
    public record Tour(
            @Nullable String requestedCity,
            @Nullable String offeredCity,
            @Nullable Boolean offerAccepted,
            boolean waitlisted) {}

    @Override
    public String toString() {
        return "LeadSnapshot[" + leadId + " " + status + " v" + version + "]";
    }
}
