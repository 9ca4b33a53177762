package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.OUTBOUND;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;

/** The sender's ledger as it stands: the newest revision of each command. */
final class LedgerProjection implements TopicProjection {
    @Override
    public Topic<?> topic() {
        return Topics.LEDGER;
    }

    @Override
    public void read(LogRecord record, Rows rows) {
        var entry = record.read(Topics.LEDGER);
        rows.put(
                OUTBOUND,
                entry.id(),
                entry.contactId(),
                entry.leadId(),
                entry.studio(),
                entry.role(),
                entry.lane(),
                entry.laneSeq(),
                entry.revision(),
                entry.kind(),
                entry.copyKey(),
                entry.text(),
                entry.state(),
                entry.outcome(),
                entry.wamid(),
                entry.deliveryStatus(),
                entry.attempts(),
                entry.nextAt(),
                entry.lastError(),
                entry.why(),
                entry.createdAt(),
                entry.occurredAt(),
                record.partition(),
                record.offset());
        rows.changes().add(Changes.Kind.OUTBOUND, entry.id());
    }
}
