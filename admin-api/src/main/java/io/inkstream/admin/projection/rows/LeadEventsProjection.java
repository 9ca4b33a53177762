package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.COMMAND_RESULTS;
import static io.inkstream.admin.projection.rows.Tables.LEADS;
import static io.inkstream.admin.projection.rows.Tables.LEAD_EVENTS;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;

/**
 * The decisions: the lead as it stood afterwards, the decision itself for the timeline, what became of a command, and
 * the facts that figures are counted from. Carries what the record says; decides nothing.
 */
final class LeadEventsProjection implements TopicProjection {
    private static final ObjectWriter EVENTS = Json.MAPPER.writerFor(new TypeReference<List<LeadEvent>>() {});

    /** What a text search looks at; answers are short, and a longer search column slows every change of a lead. */
    private static final int SEARCH_CHARS_MAX = 1_000;

    @Override
    public Topic<?> topic() {
        return Topics.LEAD_EVENTS;
    }

    @Override
    public void read(LogRecord record, Rows rows) {
        var decision = record.read(Topics.LEAD_EVENTS);
        var lead = decision.lead();
        rows.put(
                LEAD_EVENTS,
                decision.contactId(),
                decision.seq(),
                decision.leadId(),
                decision.studio(),
                decision.id(),
                decision.occurredAt(),
                kindOf(decision.input()),
                decision.inputRef().topic(),
                decision.inputRef().partition(),
                decision.inputRef().offset(),
                decision.input() == null ? null : Json.writeText(decision.input()),
                EVENTS.writeValueAsString(decision.events()),
                Json.writeText(decision.why()),
                decision.settingsVersion(),
                decision.rulesVersion(),
                decision.correlationId(),
                lead == null ? null : lead.version(),
                lead == null ? null : lead.status(),
                record.partition(),
                record.offset());
        if (lead != null) {
            putLead(decision, lead, record, rows);
        }
        if (decision.leadId() != null) {
            rows.changes().add(Changes.Kind.LEADS, decision.leadId());
        }
        putCommandResult(decision, record, rows);
        LeadFacts.put(decision, record, rows);
    }

    private static void putLead(DecisionRecord decision, LeadSnapshot lead, LogRecord record, Rows rows) {
        rows.put(
                LEADS,
                lead.leadId(),
                lead.contactId(),
                lead.studio(),
                lead.status(),
                lead.version(),
                decision.seq(),
                lead.clientName(),
                searchText(lead),
                Json.writeText(lead),
                lead.times().getOrDefault("createdAt", decision.occurredAt()),
                decision.occurredAt(),
                record.partition(),
                record.offset());
        rows.changes().add(Changes.Kind.LEADS, lead.leadId());
    }

    private static void putCommandResult(DecisionRecord decision, LogRecord record, Rows rows) {
        for (var event : decision.events()) {
            var result = CommandResult.of(event, decision.input());
            if (result == null) {
                continue;
            }
            var lead = decision.lead();
            rows.put(
                    COMMAND_RESULTS,
                    result.commandId(),
                    decision.leadId(),
                    decision.contactId(),
                    decision.studio(),
                    result.outcome(),
                    result.action(),
                    result.actor(),
                    result.reason(),
                    result.detail(),
                    lead == null ? null : lead.version(),
                    lead == null ? null : lead.status(),
                    decision.seq(),
                    decision.occurredAt(),
                    record.partition(),
                    record.offset());
            rows.changes().add(Changes.Kind.COMMANDS, result.commandId());
        }
    }

    private static String kindOf(@Nullable Input input) {
        if (input == null) {
            return "unreadable";
        }
        var name = input.getClass().getAnnotation(JsonTypeName.class);
        return name == null ? input.getClass().getSimpleName() : name.value();
    }

    private static String searchText(LeadSnapshot lead) {
        var text = new StringBuilder();
        if (lead.clientName() != null) {
            text.append(lead.clientName());
        }
        for (var answer : lead.answers().values()) {
            if (answer.text() != null && text.length() < SEARCH_CHARS_MAX) {
                text.append(' ').append(answer.text());
            }
        }
        text.setLength(Math.min(text.length(), SEARCH_CHARS_MAX));
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
