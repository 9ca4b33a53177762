package io.inkstream.admin;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.InputRef;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.LedgerEntry;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.Recipient.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One client of the standalone studio, who makes the records that the pipeline would make. */
public final class Person {
    private static final AtomicLong PHONES =
            new AtomicLong(447_000_000_000L + ThreadLocalRandom.current().nextLong(900_000) * 1_000);

    /** When the first record of everybody happened. */
    public static final Instant T0 = Instant.parse("2026-11-20T10:00:00Z");

    private final String studio;
    private final String phone = String.valueOf(PHONES.incrementAndGet());
    private final String contactId;
    private final String leadId;
    private long seq;

    public Person() {
        this("studio");
    }

    public Person(String studio) {
        this.studio = studio;
        this.contactId = Ids.contactId(conversationKey());
        this.leadId = Ids.derived(contactId, "lead", 1);
    }

    public String phone() {
        return phone;
    }

    public String contactId() {
        return contactId;
    }

    public String leadId() {
        return leadId;
    }

    public long seq() {
        return seq;
    }

    public String conversationKey() {
        return studio + "/" + phone;
    }

    public Contact contact() {
        return new Contact(
                contactId, T0, studio, conversationKey(), phone, null, "Ana", Contact.Consent.GRANTED, false);
    }

    /** The lead in this status at this version, the first record's creation time in it. */
    public LeadSnapshot lead(Status status, long version, Map<String, Answer> answers) {
        var tree = Json.MAPPER.createObjectNode();
        tree.put("leadId", leadId);
        tree.put("contactId", contactId);
        tree.put("studio", studio);
        tree.put("status", status.name());
        tree.put("version", version);
        tree.put("consent", "GRANTED");
        tree.put("clientName", "Ana");
        tree.put("artistHolds", false);
        tree.set("answers", Json.MAPPER.valueToTree(answers));
        tree.putObject("parseFailures").put("dimensions", 1).put("budget", 0);
        tree.putArray("slots");
        tree.putObject("times").put("createdAt", T0.toString());
        return Json.MAPPER.treeToValue(tree, LeadSnapshot.class);
    }

    public LeadSnapshot lead(Status status, long version) {
        return lead(status, version, Map.of());
    }

    /** The next decision about a message with this text. */
    public DecisionRecord decision(String text, LeadSnapshot lead, List<LeadEvent> events, List<Reason> why) {
        var input = new Input.ClientMessage(
                "wamid." + contactId + "." + (seq + 1),
                at(seq + 1),
                null,
                new MessageContent.Text(text),
                null,
                null,
                null,
                false,
                false);
        return decision(input, lead, events, why);
    }

    public DecisionRecord decision(Input input, @Nullable LeadSnapshot lead, List<LeadEvent> events, List<Reason> why) {
        seq++;
        return new DecisionRecord(
                Ids.derived(input.inputId(), "decision", 0),
                at(seq),
                studio,
                contactId,
                lead == null ? null : lead.leadId(),
                seq,
                new InputRef("wa.inbound.v1", 0, seq),
                input,
                1,
                "test",
                null,
                events,
                why,
                lead);
    }

    /** A change of the ledger's row of this command. */
    public LedgerEntry ledger(
            String commandId, Role role, long laneSeq, long revision, LedgerState state, @Nullable String wamid) {
        return new LedgerEntry(
                commandId,
                at(laneSeq).plusMillis(revision),
                studio,
                contactId,
                leadId,
                role,
                contactId + "|" + role,
                laneSeq,
                revision,
                "text",
                role == Role.CLIENT ? "question.style" : "artist.new-lead",
                "What style?",
                state,
                state == LedgerState.SENT ? "SENT" : null,
                wamid,
                null,
                1,
                null,
                null,
                null,
                at(laneSeq));
    }

    private static Instant at(long step) {
        return T0.plusSeconds(60 * step);
    }
}
