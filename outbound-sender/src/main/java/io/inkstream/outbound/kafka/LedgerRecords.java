package io.inkstream.outbound.kafka;

import io.inkstream.outbound.delivery.Alert;
import io.inkstream.outbound.ledger.LedgerRow;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.outbound.LedgerEntry;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in wire records what the ledger's rows say. */
final class LedgerRecords {
    private static final String REASON_HEADER = "dlt-reason";
    private static final String CODE_HEADER = "dlt-error-code";
    private static final String ATTEMPTS_HEADER = "dlt-attempts";

    private final BusinessClock clock;

    LedgerRecords(BusinessClock clock) {
        this.clock = clock;
    }

    LedgerEntry entry(LedgerRow row) {
        var command = row.command();
        return new LedgerEntry(
                row.id(),
                row.changedAt(),
                command.studio(),
                command.contactId(),
                command.leadId(),
                command.facts().recipient().role(),
                command.lane(),
                command.laneSeq(),
                row.revision(),
                row.outcome() == Outcome.SENT_AS_TEMPLATE
                        ? "template"
                        : command.message().kindName(),
                command.copyKey(),
                command.message().body(),
                row.state(),
                row.outcome() == null ? null : row.outcome().name(),
                row.wamid(),
                row.delivery(),
                row.attempts(),
                onBusinessClock(row.retryAt()),
                row.errorCode() == null ? null : String.valueOf(row.errorCode()),
                row.why(),
                row.createdAt());
    }

    /** Its id stays the same for one end; a command that is sent again after its end has another claim, and another id. */
    SendReceipt receipt(LedgerRow row) {
        var command = row.command();
        return new SendReceipt(
                row.id() + ":outcome:" + row.claimNo(),
                row.changedAt(),
                command.studio(),
                command.contactId(),
                row.id(),
                command.leadId(),
                command.facts().recipient().role(),
                Objects.requireNonNull(row.outcome(), "only an ended command has a receipt"),
                row.wamid(),
                row.errorCode(),
                row.why());
    }

    DeadLetter deadLetter(LedgerRow row) {
        return new DeadLetter(
                Ids.derived(row.id(), "dead-letter", row.attempts()),
                row.changedAt(),
                DeadLetters.SERVICE,
                reason(row),
                row.why(),
                row.command().studio(),
                Topics.OUTBOUND.name(),
                row.arrival().partition(),
                row.arrival().offset(),
                row.arrival().conversationKey(),
                row.arrival().payload(),
                false,
                row.attempts());
    }

    Map<String, String> deadLetterHeaders(LedgerRow row) {
        var headers =
                new HashMap<>(Map.of(REASON_HEADER, reason(row), ATTEMPTS_HEADER, String.valueOf(row.attempts())));
        if (row.errorCode() != null) {
            headers.put(CODE_HEADER, String.valueOf(row.errorCode()));
        }
        return headers;
    }

    SystemEvent event(Alert alert) {
        var details = new HashMap<>(Map.of("detail", alert.detail()));
        if (alert.commandId() != null) {
            details.put("commandId", alert.commandId());
        }
        var subject = alert.commandId() == null ? alert.studio() + "@" + clock.instant() : alert.commandId();
        return new SystemEvent(
                Ids.derived(subject, alert.name(), 0),
                clock.instant(),
                alert.urgent() ? SystemEvent.Level.ERROR : SystemEvent.Level.INFO,
                alert.name(),
                alert.studio(),
                alert.leadId(),
                null,
                details);
    }

    private static String reason(LedgerRow row) {
        return row.errorCode() == null ? row.state().name().toLowerCase(Locale.ROOT) : "whatsapp." + row.errorCode();
    }

    /** Retries run by the real clock; people see all times on one. */
    private @Nullable Instant onBusinessClock(@Nullable Instant realTime) {
        return realTime == null ? null : realTime.plus(clock.offset());
    }
}
