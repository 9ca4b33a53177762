package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.DEAD_LETTERS;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;

/** Signed input that had no conversation to go to: a dead letter of ingress, whose origin is the webhook itself. */
final class UnroutableProjection implements TopicProjection {
    @Override
    public Topic<?> topic() {
        return Topics.UNROUTABLE;
    }

    @Override
    public void read(LogRecord record, Rows rows) {
        var unroutable = record.read(Topics.UNROUTABLE);
        rows.put(
                DEAD_LETTERS,
                unroutable.id(),
                unroutable.occurredAt(),
                Topics.UNROUTABLE.name(),
                "ingress",
                unroutable.reason(),
                unroutable.detail(),
                unroutable.studio(),
                "webhook",
                null,
                null,
                null,
                unroutable.raw(),
                false,
                1,
                record.partition(),
                record.offset());
        rows.changes().add(Changes.Kind.DEAD_LETTERS, unroutable.id());
    }
}
