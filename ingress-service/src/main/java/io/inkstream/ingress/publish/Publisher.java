package io.inkstream.ingress.publish;

import io.inkstream.schemas.json.Json;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the records of one webhook on the log and waits for the broker: all of them, or a failure that makes the
 * provider send the webhook again. Records of one key keep their order. Thread-safe; bounded in records and in bytes.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    /** After the producer itself has given a record up: a backstop, never the usual way. */
    private static final Duration GRACE = Duration.ofMillis(500);
    /** How long a send may wait for room in the buffer or for the topic's partitions. */
    private static final Duration BLOCK_MAX = Duration.ofSeconds(1);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final KafkaClientMetrics producerMeters;
    private final PublishProperties properties;
    private final Deadlines deadlines;
    private final AtomicInteger pending = new AtomicInteger();
    private final Map<String, Counter> recordsByTopic = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Timer latency;

    /** {@code settings}: the producer's connection settings. */
    public Publisher(Map<String, Object> settings, PublishProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.meters = meters;
        this.deadlines = new Deadlines(properties.acknowledgeWithin().plus(GRACE));
        this.producer =
                new KafkaProducer<>(tuned(settings, properties), new ByteArraySerializer(), new ByteArraySerializer());
        this.producerMeters = new KafkaClientMetrics(producer);
        producerMeters.bindTo(meters);
        this.latency = Timer.builder("inkstream.ingress.publish")
                .description("From the first send to the broker's last acknowledgement of a webhook")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(properties.acknowledgeWithin())
                .register(meters);
        meters.gauge("inkstream.ingress.publish.pending", pending);
    }

    /** Sends all records and waits. An empty list is acknowledged at once. */
    public PublishOutcome publish(List<Outgoing> records, Trace trace) {
        if (records.isEmpty()) {
            return new PublishOutcome.Acknowledged();
        }
        var ready = serialised(records, trace);
        if (pending.addAndGet(ready.size()) > properties.pendingRecordsMax()) {
            pending.addAndGet(-ready.size());
            return new PublishOutcome.Full();
        }
        long start = System.nanoTime();
        var outcome = send(ready).await();
        latency.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        if (outcome instanceof PublishOutcome.Acknowledged) {
            records.forEach(record -> countOf(record.topic().name()).increment());
        }
        return outcome;
    }

    /** Sends without waiting, for news about ourselves; a failure is only logged. */
    public void announce(Outgoing record, Trace trace) {
        try {
            var _ = producer.send(serialised(List.of(record), trace).getFirst(), (metadata, failure) -> {
                if (failure != null) {
                    log.atWarn()
                            .addKeyValue("topic", record.topic().name())
                            .addKeyValue("outcome", failure.getClass().getSimpleName())
                            .log("an announcement was lost");
                }
            });
        } catch (KafkaException | IllegalStateException e) { // the latter: the producer is closed already
            log.atWarn().setCause(e).log("an announcement was lost");
        }
    }

    /** Learns the partitions of these topics, so that no webhook has to wait for that. */
    public void warmUp(List<String> topics) {
        topics.forEach(producer::partitionsFor);
    }

    @Override
    public void close() {
        producerMeters.close();
        producer.close(CLOSE_LIMIT);
        deadlines.close();
    }

    private Acknowledgement send(List<ProducerRecord<byte[], byte[]>> records) {
        var acknowledgement = new Acknowledgement(records.size(), pending);
        deadlines.watch(acknowledgement);
        int sent = 0;
        while (sent < records.size() && !acknowledgement.failed()) {
            try {
                var _ = producer.send(records.get(sent++), acknowledgement);
            } catch (KafkaException | IllegalStateException e) {
                acknowledgement.onCompletion(null, e);
            }
        }
        // Nothing of the rest is sent: the webhook fails as a whole, and comes again as a whole. Else every record of a
        // large batch would wait by itself for a broker that is away.
        acknowledgement.leaveOut(records.size() - sent);
        return acknowledgement;
    }

    private static List<ProducerRecord<byte[], byte[]>> serialised(List<Outgoing> records, Trace trace) {
        var correlationId = WireHeaders.bytes(trace.correlationId());
        var traceparent = trace.traceparent() == null ? null : WireHeaders.bytes(trace.traceparent());
        var ready = new ArrayList<ProducerRecord<byte[], byte[]>>(records.size());
        for (var record : records) {
            var key = record.key() == null ? null : WireHeaders.bytes(record.key());
            ready.add(new ProducerRecord<>(
                    record.topic().name(),
                    null,
                    key,
                    Json.write(record.value()),
                    WireHeaders.of(record.value(), correlationId, traceparent, record.studio())));
        }
        return ready;
    }

    private Counter countOf(String topic) {
        return recordsByTopic.computeIfAbsent(
                topic, name -> meters.counter("inkstream.ingress.records", "topic", name));
    }

    private static Map<String, Object> tuned(Map<String, Object> settings, PublishProperties properties) {
        long withinMs = properties.acknowledgeWithin().toMillis();
        var tuned = new HashMap<>(settings);
        tuned.put(ProducerConfig.ACKS_CONFIG, "all");
        tuned.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        tuned.put(ProducerConfig.LINGER_MS_CONFIG, properties.linger().toMillis());
        tuned.put(ProducerConfig.BATCH_SIZE_CONFIG, properties.batchBytes());
        tuned.put(ProducerConfig.BUFFER_MEMORY_CONFIG, properties.bufferBytes());
        tuned.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, properties.compression());
        tuned.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(BLOCK_MAX.toMillis(), withinMs));
        tuned.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) withinMs);
        tuned.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.max(1, withinMs / 2));
        tuned.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return tuned;
    }
}
