package io.inkstream.admin.studios;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes seeds whose content changed since they were last published, as the studio's next version. The seed's
 * fingerprint travels in a header, so that the topic itself says what was published; versions made elsewhere (the
 * dashboard) carry it on and are not overwritten by an unchanged seed.
 */
final class StudioConfigPublisher {
    /** Header with the fingerprint of the seed that a version came from. */
    static final String SEED_HEADER = "seed-fingerprint";

    private static final Logger LOG = LoggerFactory.getLogger(StudioConfigPublisher.class);
    private static final String TRANSACTIONAL_ID = LogClients.SERVICE + "-studio-config";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int RECORDS_AT_ONCE = 500;

    private final LogClients clients;
    private final BusinessClock clock;

    StudioConfigPublisher(LogClients clients, BusinessClock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** A studio's newest version on the topic. */
    private record Published(long version, @Nullable String fingerprint, boolean underBothKeys) {}

    /** Returns how many studios got a new version. Another instance that publishes at the same time is shut out. */
    int publishChanged(List<StudioSeed> seeds) {
        try (var producer = clients.transactionalProducer(TRANSACTIONAL_ID)) {
            producer.initTransactions(); // from here on nobody else publishes: what is read next stays true
            var published = readPublished();
            var changed = seeds.stream()
                    .filter(seed -> !isPublished(seed, published.get(seed.studio())))
                    .toList();
            if (!changed.isEmpty()) {
                publish(producer, changed, published);
            }
            return changed.size();
        }
    }

    private static boolean isPublished(StudioSeed seed, @Nullable Published newest) {
        return newest != null && newest.underBothKeys() && seed.fingerprint().equals(newest.fingerprint());
    }

    private void publish(Producer<String, byte[]> producer, List<StudioSeed> seeds, Map<String, Published> published) {
        producer.beginTransaction();
        for (var seed : seeds) {
            var newest = published.get(seed.studio());
            var config = seed.at(newest == null ? 1 : newest.version() + 1, clock.instant());
            var _ = producer.send(record(config.versionedKey(), config, seed));
            var _ = producer.send(record(config.studio(), config, seed));
            LOG.atInfo()
                    .addKeyValue("studio", config.studio())
                    .addKeyValue("version", config.configVersion())
                    .log("publishing studio settings");
        }
        producer.commitTransaction(); // throws when one of the sends failed
    }

    private static ProducerRecord<String, byte[]> record(String key, StudioConfig config, StudioSeed seed) {
        var topic = Topics.STUDIO_CONFIG;
        var record = new ProducerRecord<>(topic.name(), key, topic.serializer().serialize(topic.name(), config));
        Map.of(
                        SEED_HEADER,
                        seed.fingerprint(),
                        RecordHeaders.EVENT_TYPE,
                        "studio.config",
                        RecordHeaders.SCHEMA_VERSION,
                        String.valueOf(config.schemaVersion()),
                        RecordHeaders.STUDIO,
                        config.studio())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private Map<String, Published> readPublished() {
        var newest = new HashMap<String, Published>();
        try (var consumer = clients.freeConsumer(RECORDS_AT_ONCE)) {
            var partitions = consumer.partitionsFor(Topics.STUDIO_CONFIG.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (behind(consumer, ends)) {
                consumer.poll(POLL).forEach(record -> note(record, newest));
            }
        }
        return newest;
    }

    private static boolean behind(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static void note(ConsumerRecord<String, byte[]> record, Map<String, Published> newest) {
        var value = record.value();
        if (value == null) {
            return;
        }
        var config = Topics.STUDIO_CONFIG.read(value);
        boolean current = config.studio().equals(record.key());
        newest.merge(
                config.studio(),
                new Published(config.configVersion(), fingerprint(record), current),
                (known, read) ->
                        read.version() > known.version() || (read.version() == known.version() && read.underBothKeys())
                                ? read
                                : known);
    }

    private static @Nullable String fingerprint(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader(SEED_HEADER);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
