package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Decision;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.system.SystemEvent.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a decision says of how well clients are understood and where they stop: counted as metrics, and what an operator
 * should look at also as system events. Names rules, fields and reasons of ours only, never a word of the client's.
 */
final class Telemetry {
    private static final String PARSE = "inkstream.conversation.parse";
    private static final String NONE = "none";
    private static final int STRIKES_MAX = 3;

    private final Decision decision;
    private final String locale;
    private final @Nullable String openQuestion;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    /** A count of one; {@code tags} as name, value, name, value. */
    record Signal(String meter, List<String> tags) {}

    /** Something an operator should know. */
    record Notice(Level level, String name, Map<String, String> details) {}

    /**
     * @param locale that the client is spoken to in
     * @param openQuestion what was asked before, if anything
     */
    Telemetry(Decision decision, String locale, @Nullable String openQuestion) {
        this.decision = decision;
        this.locale = locale;
        this.openQuestion = openQuestion;
        decision.events().forEach(this::tell);
        decision.why().forEach(this::tell);
    }

    List<Signal> signals() {
        return signals;
    }

    /** As records, with ids that a repetition of the same input gives again. */
    List<SystemEvent> systemEvents(Instant at, String studio, Trace trace) {
        var events = new ArrayList<SystemEvent>();
        for (var notice : notices) {
            events.add(new SystemEvent(
                    Ids.derived(trace.causationId(), notice.name(), events.size()),
                    at,
                    notice.level(),
                    notice.name(),
                    studio,
                    decision.leadId(),
                    trace.correlationId(),
                    notice.details()));
        }
        return events;
    }

    private void tell(LeadEvent event) {
        if (event instanceof LeadEvent.AnswerRecorded answered) {
            parsed("success", answered.key(), ruleFor(answered.key()));
        } else if (event instanceof LeadEvent.AnswerNotUnderstood missed) {
            missed(missed);
        } else if (event instanceof LeadEvent.HandedOver handed) {
            count("inkstream.conversation.handovers", "reason", handed.reason(), "hard", String.valueOf(handed.hard()));
        } else if (event instanceof LeadEvent.CommandRejected rejected) {
            conflict(rejected);
        } else if (event instanceof LeadEvent.StatusChanged changed && changed.to() == Status.ABANDONED) {
            count("inkstream.conversation.dropoff", "question", Objects.requireNonNullElse(openQuestion, NONE));
        }
    }

    private void missed(LeadEvent.AnswerNotUnderstood missed) {
        var outcome = missed.attempt() < STRIKES_MAX ? "repair" : "reject";
        parsed(outcome, missed.key(), missed.reason());
        notices.add(new Notice(
                Level.INFO,
                "parse." + outcome,
                Map.of(
                        "field", missed.key(),
                        "rule", missed.reason(),
                        "locale", locale,
                        "attempt", String.valueOf(missed.attempt()))));
    }

    private void conflict(LeadEvent.CommandRejected rejected) {
        var reason = rejected.reason().name();
        count("inkstream.conversation.conflicts", "action", rejected.action(), "reason", reason);
        notices.add(new Notice(
                Level.WARN, "atomic_update.conflict", Map.of("operation", rejected.action(), "reason", reason)));
    }

    private void tell(Reason reason) {
        if (reason.rule().startsWith("guard.")) {
            count("inkstream.conversation.guards", "rule", reason.rule());
        } else if (reason.rule().equals("pilot.note")) {
            notices.add(new Notice(Level.INFO, "pilot_mode.blocked", Map.of()));
        }
    }

    private String ruleFor(String field) {
        for (var reason : decision.why()) {
            if (field.equals(reason.field())) {
                return reason.rule();
            }
        }
        return NONE;
    }

    private void parsed(String outcome, String field, String rule) {
        count(PARSE, "outcome", outcome, "field", field, "rule", rule, "locale", locale);
    }

    private void count(String meter, String... tags) {
        signals.add(new Signal(meter, List.of(tags)));
    }
}
