package io.inkstream.admin.projection;

import io.inkstream.admin.projection.rows.Changes;
import io.inkstream.admin.projection.rows.LogRecord;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the live projection's transactions bring with them: the change feed, and an alarm for every parked record. */
final class LiveCommits implements PartitionWriter.Committed {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCommits.class);
    private static final String PARKED = "inkstream.projection.parked";

    private final ChangeFeed feed;
    private final Producer<String, byte[]> producer;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    LiveCommits(ChangeFeed feed, Producer<String, byte[]> producer, BusinessClock clock, MeterRegistry meters) {
        this.feed = feed;
        this.producer = producer;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void before(Connection connection, Changes changes) throws SQLException {
        feed.add(connection, changes);
    }

    @Override
    public void parked(String topic, LogRecord record, String error) {
        LOG.atError()
                .addKeyValue("topic", topic)
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .log("record could not be projected and was parked: {}", error);
        meters.counter(PARKED, "topic", topic).increment();
        if (topic.equals(Topics.SYSTEM_EVENTS.name())) {
            return; // an alarm about an alarm that cannot be shown would go round in circles
        }
        var place = topic + "-" + record.partition() + "@" + record.offset();
        var event = new SystemEvent(
                Ids.derived(place, "projection.record-parked", 0),
                clock.instant(),
                SystemEvent.Level.ERROR,
                "projection.record-parked",
                null,
                null,
                null,
                Map.of("record", place, "error", error));
        var _ = producer.send(
                new ProducerRecord<>(
                        Topics.SYSTEM_EVENTS.name(),
                        Topics.SYSTEM_EVENTS.serializer().serialize(Topics.SYSTEM_EVENTS.name(), event)),
                (_, failure) -> {
                    if (failure != null) {
                        LOG.warn("alarm about a parked record was not published", failure);
                    }
                });
    }
}
