package io.inkstream.admin.projection.rows;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.util.List;

/** How the records of one topic become rows. Pure: the same records give the same rows, whenever they are read. */
public interface TopicProjection {

    /** All topics that the projection reads. */
    List<TopicProjection> ALL = List.of(
            new LeadEventsProjection(),
            new LedgerProjection(),
            new ContactsProjection(),
            new StudioConfigProjection(),
            new SystemEventsProjection(),
            new AccountNoticesProjection(),
            new DeadLettersProjection(Topics.PROCESSOR_DLT),
            new DeadLettersProjection(Topics.OUTBOUND_DLT),
            new DeadLettersProjection(Topics.SHEET_ROWS_DLT),
            new UnroutableProjection());

    Topic<?> topic();

    /** Adds the record's rows. Throws {@link io.inkstream.schemas.json.UnreadableRecord} when it is not what the topic holds. */
    void read(LogRecord record, Rows rows);
}
