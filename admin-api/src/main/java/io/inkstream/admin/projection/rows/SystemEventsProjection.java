package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.SYSTEM_EVENTS;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;

/** What operators should know. */
final class SystemEventsProjection implements TopicProjection {
    @Override
    public Topic<?> topic() {
        return Topics.SYSTEM_EVENTS;
    }

    @Override
    public void read(LogRecord record, Rows rows) {
        var event = record.read(Topics.SYSTEM_EVENTS);
        rows.put(
                SYSTEM_EVENTS,
                event.id(),
                event.occurredAt(),
                event.level(),
                event.name(),
                event.studio(),
                event.leadId(),
                event.correlationId(),
                Json.writeText(event.details()),
                record.partition(),
                record.offset());
        rows.changes().add(Changes.Kind.SYSTEM_EVENTS, event.id());
    }
}
