package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.LEAD_STEPS;
import static io.inkstream.admin.projection.rows.Tables.READINGS;

import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The narrow rows that the funnel and parse health are counted from, so that no figure reads whole decisions. */
final class LeadFacts {
    /** The field under which a slot choice is read. */
    private static final String SLOT = "slot";

    private static final String DEPOSIT_LINK = "deposit.link";

    /** Leaving QUALIFYING for one of these means that every question was answered. */
    private static final Set<Status> AFTER_CONSULTATION = EnumSet.of(
            Status.PENDING_APPROVAL, Status.NEEDS_FOLLOW_UP, Status.TOUR_CONVERSION_OFFERED, Status.WAITLISTED);

    private final DecisionRecord decision;
    private final LogRecord record;
    private final Rows rows;
    private @Nullable String leadId;
    private int readings;

    private LeadFacts(DecisionRecord decision, LogRecord record, Rows rows) {
        this.decision = decision;
        this.record = record;
        this.rows = rows;
        this.leadId = decision.leadId();
    }

    static void put(DecisionRecord decision, LogRecord record, Rows rows) {
        var facts = new LeadFacts(decision, record, rows);
        decision.events().forEach(facts::put);
        facts.putSlotChoice();
        facts.putDeposit();
    }

    private void put(LeadEvent event) {
        if (event instanceof LeadEvent.LeadOpened opened) {
            leadId = opened.leadId();
            step("opened");
        } else if (event instanceof LeadEvent.StatusChanged changed) {
            step("status:" + changed.to());
            if (changed.from() == Status.QUALIFYING && AFTER_CONSULTATION.contains(changed.to())) {
                step("consultation-completed");
            }
        } else if (event instanceof LeadEvent.QuestionAsked asked) {
            step("asked:" + asked.key());
        } else if (event instanceof LeadEvent.AnswerRecorded answered) {
            step("answered:" + answered.key());
            reading(answered.key(), true, ruleFor(answered.key()), null);
        } else if (event instanceof LeadEvent.AnswerNotUnderstood failed) {
            reading(failed.key(), false, ruleFor(failed.key()), failed.reason());
        } else if (event instanceof LeadEvent.Approved) {
            step("approved");
        } else if (event instanceof LeadEvent.MessageRequested message
                && message.copyKey().equals(DEPOSIT_LINK)) {
            step("deposit-link");
        }
    }

    /** A slot is chosen, not answered: its reason with a value is the success. */
    private void putSlotChoice() {
        if (toldByEvent(SLOT)) {
            return;
        }
        decision.why().stream()
                .filter(reason -> SLOT.equals(reason.field()) && reason.value() != null)
                .findFirst()
                .ifPresent(reason -> reading(SLOT, true, reason.rule(), null));
    }

    private void putDeposit() {
        var lead = decision.lead();
        var deposit = lead == null ? null : lead.deposit();
        if (deposit != null && deposit.paidMinor() > 0) {
            step("deposit-paid");
        }
    }

    private boolean toldByEvent(String field) {
        return decision.events().stream()
                .anyMatch(event -> (event instanceof LeadEvent.AnswerNotUnderstood failed
                                && failed.key().equals(field))
                        || (event instanceof LeadEvent.AnswerRecorded answered
                                && answered.key().equals(field)));
    }

    private @Nullable String ruleFor(String field) {
        List<Reason> reasons = decision.why();
        return reasons.stream()
                .filter(reason -> field.equals(reason.field()))
                .map(Reason::rule)
                .findFirst()
                .orElse(null);
    }

    private void step(String name) {
        if (leadId != null) {
            rows.put(
                    LEAD_STEPS,
                    leadId,
                    name,
                    decision.occurredAt(),
                    decision.contactId(),
                    decision.seq(),
                    record.partition(),
                    record.offset());
        }
    }

    private void reading(String field, boolean understood, @Nullable String rule, @Nullable String reason) {
        rows.put(
                READINGS,
                decision.contactId(),
                decision.seq(),
                readings++,
                leadId,
                decision.studio(),
                decision.occurredAt(),
                field,
                understood,
                rule,
                reason,
                record.partition(),
                record.offset());
    }
}
