package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.DEAD_LETTERS;

import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.topics.Topic;

/** Records that a service could not handle; one instance per dead-letter topic. */
record DeadLettersProjection(Topic<DeadLetter> topic) implements TopicProjection {
    @Override
    public void read(LogRecord record, Rows rows) {
        var letter = record.read(topic);
        rows.put(
                DEAD_LETTERS,
                letter.id(),
                letter.occurredAt(),
                topic.name(),
                letter.service(),
                letter.reason(),
                letter.detail(),
                letter.studio(),
                letter.originTopic(),
                letter.originPartition(),
                letter.originOffset(),
                letter.key(),
                letter.payload(),
                letter.base64(),
                letter.attempts(),
                record.partition(),
                record.offset());
        rows.changes().add(Changes.Kind.DEAD_LETTERS, letter.id());
    }
}
