package io.inkstream.admin.projection.rows;

import static io.inkstream.admin.projection.rows.Tables.STUDIOS;
import static io.inkstream.admin.projection.rows.Tables.STUDIO_CONFIGS;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;

/** Studios' settings: every version under {@code <studio>@<version>}, the one in force under {@code <studio>}. */
final class StudioConfigProjection implements TopicProjection {
    @Override
    public Topic<?> topic() {
        return Topics.STUDIO_CONFIG;
    }

    @Override
    public void read(LogRecord record, Rows rows) {
        var config = record.read(Topics.STUDIO_CONFIG);
        var json = Json.writeText(config);
        if (config.versionedKey().equals(record.key())) {
            rows.put(
                    STUDIO_CONFIGS,
                    config.studio(),
                    config.configVersion(),
                    json,
                    config.occurredAt(),
                    record.partition(),
                    record.offset());
        } else {
            rows.put(
                    STUDIOS,
                    config.studio(),
                    config.configVersion(),
                    config.artist().whatsapp(),
                    json,
                    config.occurredAt(),
                    record.partition(),
                    record.offset());
        }
        rows.changes().add(Changes.Kind.STUDIOS, config.studio());
    }
}
