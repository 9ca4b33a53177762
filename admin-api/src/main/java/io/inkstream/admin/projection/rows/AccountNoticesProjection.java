package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.ACCOUNT_NOTICES;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;

/** What Meta says about the account: templates, quality, limits. */
final class AccountNoticesProjection implements TopicProjection {
    @Override
    public Topic<?> topic() {
        return Topics.ACCOUNT;
    }

    @Override
    public void read(LogRecord record, Rows rows) {
        var notice = record.read(Topics.ACCOUNT);
        rows.put(
                ACCOUNT_NOTICES,
                notice.id(),
                notice.occurredAt(),
                notice.studio(),
                notice.accountId(),
                notice.phoneNumberId(),
                notice.field(),
                notice.raw(),
                record.partition(),
                record.offset());
    }
}
