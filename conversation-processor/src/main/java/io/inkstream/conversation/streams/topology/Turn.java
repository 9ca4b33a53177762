package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Conversation;
import io.inkstream.conversation.Decision;
import io.inkstream.conversation.streams.topology.Consequences.Change;
import io.inkstream.conversation.streams.topology.Consequences.Result;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.identity.IdentityAlias;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.InputRef;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.sheets.SheetRow;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One input's turn in its conversation: carries it to the rules, and their decision into records. */
final class Turn {
    private final Arrival arrival;
    private final ConversationKey key;
    private final WireRecord received;
    private final boolean fromArtist;
    private final StudioConfig settings;
    private final Trace trace;
    private final ConversationRecord before;
    private final byte[] inputKey;
    private final ConversationCodec codec;
    private final Input input;
    private final List<Output> outputs = new ArrayList<>();
    private final List<LeadEvent> events = new ArrayList<>();
    private List<Telemetry.Signal> signals = List.of();
    private @Nullable LeadSnapshot snapshot;

    Turn(
            Arrival arrival,
            ConversationKey key,
            WireRecord received,
            boolean fromArtist,
            StudioConfig settings,
            Trace trace,
            @Nullable ConversationRecord before,
            byte[] inputKey,
            ConversationCodec codec) {
        this.arrival = arrival;
        this.key = key;
        this.received = received;
        this.fromArtist = fromArtist;
        this.settings = settings;
        this.trace = trace;
        this.before = before != null ? before : ConversationRecord.first(key, arrival.streamDay());
        this.inputKey = inputKey;
        this.codec = codec;
        this.input = InputReader.normalise(received, fromArtist);
    }

    String kind() {
        return ProcessorMetrics.kindOf(input);
    }

    /** Asks the rules and writes down all that follows. */
    Consequences decide(Rules rules) {
        var present = meet();
        var decision = rules.decide(present.state(), input, settings);
        events.addAll(decision.events());
        var outbox = speak(present, decision);
        var after = present.after(
                decision.state(),
                outbox.laneSeq(),
                present.alarmsAfter(input, decision.timers()),
                present.notesForTheRow().after(decision.leadId(), input, decision.events()));
        tellOfContact(after);
        outputs.addAll(outbox.records());
        outputs.add(record(after, decision.leadId(), decision.why()));
        fillSheet(after);
        raiseAlerts(decision);
        observe(decision);
        return consequences(Result.DECIDED, after, inputKey, decision);
    }

    /** A copy changes nothing but the log, which tells of every input. */
    Consequences ignoreDuplicateOf(InputRef first) {
        var after = before.withNextSeq();
        events.add(new LeadEvent.DuplicateIgnored(first));
        outputs.add(record(after, null, List.of(Reason.of("input.duplicate"))));
        return consequences(Result.DUPLICATE, after, null, null);
    }

    private Consequences consequences(
            Result result, ConversationRecord after, byte @Nullable [] remembered, @Nullable Decision decision) {
        return new Consequences(
                kind(),
                result,
                trace,
                new Change(key.text(), after, codec.write(after), remembered),
                decision == null ? List.of() : decision.timers(),
                outputs,
                signals);
    }

    /** Takes in who wrote, and when, before the rules hear what was said. */
    private ConversationRecord meet() {
        if (!(received instanceof InboundMessage message)) {
            return before;
        }
        var learned = before.identity().learn(key, message, fromArtist);
        for (var alias : learned.toPublish()) {
            announce(alias);
        }
        if (!learned.learnedKinds().isEmpty()) {
            events.add(new LeadEvent.IdentityLearned(learned.learnedKinds()));
        }
        var otherKey = message.sender().conflictingKey();
        if (otherKey != null) {
            reportConflict(Ids.contactId(otherKey));
        }
        var present = before.withIdentity(learned.identity());
        return opensWindow(message) ? present.withInboundAt(message) : present;
    }

    /** WhatsApp's own notices and what is said in a group do not open a window between us and the person. */
    private static boolean opensWindow(InboundMessage message) {
        return message.groupId() == null && !(message.content() instanceof MessageContent.SystemNotice);
    }

    private void announce(String alias) {
        var record = new IdentityAlias(
                Ids.derived(trace.causationId(), "alias|" + alias, 0), arrival.at(), key.studio(), alias, key.text());
        outputs.add(Output.of(Topics.IDENTITY, record.recordKey(), record));
    }

    private void reportConflict(String otherContactId) {
        events.add(new LeadEvent.IdentityConflict(otherContactId));
        alert("identity.conflict", null, Map.of("contactId", key.contactId(), "otherContactId", otherContactId));
    }

    private Outbox speak(ConversationRecord present, Decision decision) {
        var consent = decision.state().consent();
        var outbox = new Outbox(key, present, consent, settings, trace, arrival.at());
        if (fromArtist && received instanceof InboundMessage) {
            outbox.tellFacts(Role.ARTIST);
        } else if (consent != before.state().consent() || (isPrivateMessage() && !answersClient(decision))) {
            outbox.tellFacts(Role.CLIENT);
        }
        decision.messages().forEach(outbox::send);
        return outbox;
    }

    private boolean isPrivateMessage() {
        return received instanceof InboundMessage message && message.groupId() == null;
    }

    private static boolean answersClient(Decision decision) {
        return decision.messages().stream().anyMatch(message -> message.to() == Role.CLIENT);
    }

    private void tellOfContact(ConversationRecord after) {
        var contact = contact(after);
        var isNews = !before.identity().met() || !contact.equals(contact(before));
        if (after.identity().met() && isNews) {
            outputs.add(Output.of(Topics.CONTACTS, contact.id(), contact));
        }
    }

    private Contact contact(ConversationRecord conversation) {
        var identity = conversation.identity();
        return new Contact(
                conversation.state().contactId(),
                arrival.at(),
                key.studio(),
                key.text(),
                identity.phone(),
                identity.bsuid(),
                identity.profileName(),
                conversation.state().consent(),
                identity.artist());
    }

    private Output record(ConversationRecord after, @Nullable String leadId, List<Reason> why) {
        snapshot = after.state().snapshot();
        return Output.of(
                Topics.LEAD_EVENTS,
                after.state().contactId(),
                new DecisionRecord(
                        Ids.derived(arrival.refId(), "decision", 0),
                        arrival.at(),
                        key.studio(),
                        after.state().contactId(),
                        leadId,
                        after.seq(),
                        arrival.ref(),
                        input,
                        settings.configVersion(),
                        Conversation.RULES_VERSION,
                        trace.correlationId(),
                        events,
                        why,
                        snapshot));
    }

    private void fillSheet(ConversationRecord after) {
        var lead = snapshot;
        var earlier = before.state().snapshot();
        var notes = after.notesForTheRow();
        if (lead == null || (lead.equals(earlier) && notes.equals(before.notesForTheRow()))) {
            return;
        }
        var cells = SheetRows.cells(lead, notes);
        // A client's message always moves a time, so that most rows need no comparison.
        if (earlier != null
                && earlier.times().equals(lead.times())
                && cells.equals(SheetRows.cells(earlier, before.notesForTheRow()))) {
            return;
        }
        outputs.add(Output.of(
                Topics.SHEET_ROWS,
                lead.leadId(),
                new SheetRow(lead.leadId(), arrival.at(), key.studio(), lead.contactId(), after.seq(), cells)));
    }

    private void raiseAlerts(Decision decision) {
        for (var event : decision.events()) {
            if (event instanceof LeadEvent.PaymentUnexpected payment) {
                alert(
                        "payment.unexpected",
                        decision.leadId(),
                        Map.of("event", payment.paymentEvent(), "why", payment.why()));
            }
        }
    }

    private void observe(Decision decision) {
        var telemetry = new Telemetry(
                decision, decision.state().locale(settings), before.state().openQuestion());
        signals = telemetry.signals();
        for (var event : telemetry.systemEvents(arrival.at(), key.studio(), trace)) {
            outputs.add(Output.of(Topics.SYSTEM_EVENTS, null, event));
        }
    }

    private void alert(String name, @Nullable String leadId, Map<String, String> details) {
        outputs.add(Output.of(
                Topics.SYSTEM_EVENTS,
                null,
                new SystemEvent(
                        Ids.derived(trace.causationId(), name, 0),
                        arrival.at(),
                        SystemEvent.Level.WARN,
                        name,
                        key.studio(),
                        leadId,
                        trace.correlationId(),
                        details)));
    }
}
