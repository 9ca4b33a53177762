package io.inkstream.conversation.streams;

import io.inkstream.conversation.streams.topology.DeadLetterOnUnreadable;
import io.inkstream.conversation.streams.topology.FailOnProcessingFault;
import io.inkstream.conversation.streams.topology.SharedRocksMemory;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' own settings. Exactly-once is no choice: the promises of the pipeline rest on it. */
final class StreamsSettings {
    /**
     * A commit sends what waits, so this delays nothing, and whatever is sent before makes more and smaller batches: each
     * is compressed with a buffer of its own.
     */
    private static final int LINGER_MS = 1_000;

    /**
     * Outputs are visible after the commit, so a poll must not sit on finished work for long: an input that comes within the
     * pace of the last commit, and is the last one for now, waits for the end of the poll. Shorter polls are what an idle
     * processor would spend most of its time with.
     */
    private static final int POLL_MS = 50;

    /** The broker briefly refuses the next transaction (KAFKA-20000); the default pause of 100 ms would be all latency. */
    private static final int RETRY_BACKOFF_MS = 5;

    /** Longer than a stall of a busy machine, short enough not to hold up readers after a crash. */
    private static final int TRANSACTION_TIMEOUT_MS = 20_000;

    /** How long the group waits for an instance that vanished; one with a name of its own may take a restart's time. */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    private static final int SESSION_TIMEOUT_NAMED_MS = 45_000;
    private static final int HEARTBEAT_MS = 3_000;

    private static final int POLL_RECORDS_MAX = 1_000;
    private static final int BUFFERED_RECORDS_MAX = 500;
    private static final int PRODUCER_MEMORY_BYTES = 16 << 20;
    private static final int PRODUCER_BATCH_BYTES = 64 << 10;
    private static final int FETCH_BYTES_MAX = 8 << 20;

    private StreamsSettings() {}

    static Properties of(ProcessorProperties processor, KafkaProperties kafka) {
        var settings = new Properties();
        settings.putAll(kafka.properties());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, processor.applicationId());
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, processor.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, processor.stateDir().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, processor.threads());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, processor.replicationFactor());
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, processor.groupProtocol());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);

        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                processor.backlogCommitInterval().toMillis());
        settings.put(StreamsConfig.POLL_MS_CONFIG, POLL_MS);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS_MAX);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailOnProcessingFault.class);
        alsoForTheSettingsThread(settings);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterOnUnreadable.class);

        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksMemory.class);
        settings.put(
                SharedRocksMemory.MEMORY_BYTES_CONFIG, processor.storeMemory().toBytes());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0); // the processor keeps its own, deserialised
        settings.put(
                StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, ""); // no JMX: six services share one JVM in standalone

        producer(settings);
        consumer(settings, processor);
        return settings;
    }

    @SuppressWarnings("deprecation") // a switch that goes away with Kafka 5, where this is the only behaviour
    private static void alsoForTheSettingsThread(Properties settings) {
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    }

    private static void producer(Properties settings) {
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_BACKOFF_MS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), PRODUCER_MEMORY_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), PRODUCER_BATCH_BYTES);
    }

    private static void consumer(Properties settings, ProcessorProperties processor) {
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS_MAX);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), FETCH_BYTES_MAX);
        if (!processor.groupProtocol().equals("classic")) {
            return; // the other protocol keeps these on the broker
        }
        var instance = processor.instanceId();
        if (instance != null) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        }
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                instance == null ? SESSION_TIMEOUT_MS : SESSION_TIMEOUT_NAMED_MS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
    }
}
