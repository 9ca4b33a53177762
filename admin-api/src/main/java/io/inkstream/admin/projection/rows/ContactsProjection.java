package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.CONTACTS;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;

/** The people behind the pseudonyms. A tombstone is erasure: the row goes. */
final class ContactsProjection implements TopicProjection {
    @Override
    public Topic<?> topic() {
        return Topics.CONTACTS;
    }

    @Override
    public void read(LogRecord record, Rows rows) {
        var key = record.key();
        if (record.value() == null && key != null) {
            rows.delete(CONTACTS, key);
            rows.changes().add(Changes.Kind.CONTACTS, key);
            return;
        }
        var contact = record.read(Topics.CONTACTS);
        rows.put(
                CONTACTS,
                contact.id(),
                contact.studio(),
                contact.conversationKey(),
                contact.phone(),
                contact.bsuid(),
                contact.profileName(),
                contact.consent(),
                contact.artist(),
                contact.occurredAt(),
                record.partition(),
                record.offset());
        rows.changes().add(Changes.Kind.CONTACTS, contact.id());
    }
}
