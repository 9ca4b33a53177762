package io.inkstream.admin.leads;

import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a lead's decisions as a story: what came in, what followed, and by which rule. Pure. */
final class Timeline {
    private final List<TimelineEntry> entries = new ArrayList<>();

    private Timeline() {}

    static List<TimelineEntry> of(List<RecordedDecision> decisions) {
        var timeline = new Timeline();
        decisions.forEach(timeline::add);
        return List.copyOf(timeline.entries);
    }

    private void add(RecordedDecision decision) {
        var told = new HashSet<Reason>();
        var first = entries.size();
        if (decision.input() != null) {
            addInput(decision, decision.input());
        }
        for (var event : decision.events()) {
            var reasons = about(EventText.field(event), decision.why());
            told.addAll(reasons);
            entries.add(new TimelineEntry(
                    decision.seq(),
                    decision.occurredAt(),
                    EventText.kind(event),
                    EventText.of(event, reasons),
                    reasons.stream().map(ReasonText::of).toList(),
                    EventText.commandId(event),
                    EventText.copyKey(event),
                    null,
                    null));
        }
        addUntold(decision, told, first);
    }

    private void addInput(RecordedDecision decision, Input input) {
        entries.add(new TimelineEntry(
                decision.seq(),
                decision.occurredAt(),
                InputText.kind(input),
                InputText.of(input),
                List.of(),
                input instanceof Input.Command command ? command.inputId() : null,
                null,
                null,
                null));
    }

    /** Reasons that belong to no event in particular stand with the decision's first line. */
    private void addUntold(RecordedDecision decision, Set<Reason> told, int first) {
        var untold = decision.why().stream()
                .filter(reason -> !told.contains(reason))
                .map(ReasonText::of)
                .toList();
        if (untold.isEmpty() || first == entries.size()) {
            return;
        }
        var line = entries.get(first);
        var why = new ArrayList<>(line.why());
        why.addAll(untold);
        entries.set(
                first,
                new TimelineEntry(
                        line.seq(),
                        line.at(),
                        line.kind(),
                        line.text(),
                        why,
                        line.commandId(),
                        line.copyKey(),
                        null,
                        null));
    }

    private static List<Reason> about(@Nullable String field, List<Reason> why) {
        return field == null
                ? List.of()
                : why.stream().filter(reason -> field.equals(reason.field())).toList();
    }
}
