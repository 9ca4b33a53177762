package io.inkstream.sheets;

import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.sheets.SheetRow;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the processor would publish about the leads of one studio. */
record Leads(String studio) {
    private static final Instant T0 = Instant.parse("2026-09-21T14:13:20Z");

    static Leads ofStudio(String studio) {
        return new Leads(studio);
    }

    String newLead() {
        return UUID.randomUUID().toString();
    }

    static String contactOf(String leadId) {
        return "contact-of-" + leadId;
    }

    void row(String leadId, long version, Map<String, ?> cells) {
        TestKafka.send(
                Topics.SHEET_ROWS,
                leadId,
                new SheetRow(leadId, T0, studio, contactOf(leadId), version, new HashMap<>(cells)));
    }

    void row(String leadId, long version, String status) {
        row(leadId, version, Map.of("status", status));
    }

    void rowErased(String leadId) {
        TestKafka.send(Topics.SHEET_ROWS, leadId, null);
    }

    void contact(String leadId, String phone) {
        var id = contactOf(leadId);
        TestKafka.send(
                Topics.CONTACTS,
                id,
                new Contact(id, T0, studio, studio + "/" + phone, phone, null, "Ana", Consent.GRANTED, false));
    }

    void contactErased(String leadId) {
        TestKafka.send(Topics.CONTACTS, contactOf(leadId), null);
    }
}
