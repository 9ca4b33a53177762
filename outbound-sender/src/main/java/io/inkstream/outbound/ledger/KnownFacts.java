package io.inkstream.outbound.ledger;

import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.outbound.Facts;
import io.inkstream.schemas.outbound.OutboundCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one poll, one entry per person and studio.
 *
 * @param consentAt when the conversation decided so; an older word never replaces a newer one
 */
record KnownFacts(
        String studio,
        String address,
        @Nullable Consent consent,
        @Nullable Instant consentAt,
        @Nullable Instant lastInboundAt) {

    private record Person(String studio, String address) {}

    /** Folds the facts of a batch, in arrival order. A person with two identifiers gets an entry for each. */
    static List<KnownFacts> collapse(List<? extends OutboundCommand> batch) {
        Map<Person, KnownFacts> byPerson = new HashMap<>();
        for (var command : batch) {
            for (var address : addresses(command.facts())) {
                byPerson.merge(
                        new Person(command.studio(), address),
                        of(command, address),
                        (known, newer) -> known.updatedBy(newer));
            }
        }
        return List.copyOf(byPerson.values());
    }

    boolean optedOut() {
        return consent == Consent.OPTED_OUT;
    }

    private static KnownFacts of(OutboundCommand command, String address) {
        var facts = command.facts();
        var consentAt = facts.consent() == null ? null : command.occurredAt();
        return new KnownFacts(command.studio(), address, facts.consent(), consentAt, facts.lastInboundAt());
    }

    private KnownFacts updatedBy(KnownFacts newer) {
        var newerConsent = newer.consentAt != null && (consentAt == null || !newer.consentAt.isBefore(consentAt));
        return new KnownFacts(
                studio,
                address,
                newerConsent ? newer.consent : consent,
                newerConsent ? newer.consentAt : consentAt,
                later(lastInboundAt, newer.lastInboundAt));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }

    private static List<String> addresses(Facts facts) {
        var addresses = new ArrayList<String>(2);
        var recipient = facts.recipient();
        if (recipient.phone() != null) {
            addresses.add(recipient.phone());
        }
        if (recipient.bsuid() != null) {
            addresses.add(recipient.bsuid());
        }
        return addresses;
    }

    @Override
    public String toString() {
        return "KnownFacts[" + studio + "]";
    }
}
