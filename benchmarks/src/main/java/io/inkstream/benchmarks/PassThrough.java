package io.inkstream.benchmarks;

import io.inkstream.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** A topology that reads, writes on and does nothing else: what Kafka Streams itself costs here. */
final class PassThrough {
    private static final String GROUP = "bench-pass-through";

    private PassThrough() {}

    static double recordsPerSecond(String bootstrap, Path stateFolder, GroupProgress progress, Duration warmUp)
            throws InterruptedException {
        var topology = new Topology();
        topology.addSource("in", Topics.INBOUND.name()).addSink("out", Topics.UNROUTABLE.name(), "in");
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, GROUP);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "20");
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "2");
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, "1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class.getName());
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class.getName());
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        try (var streams = new KafkaStreams(topology, settings)) {
            var following = progress.follow(GROUP);
            streams.start();
            return following.awaitEnd(warmUp);
        }
    }
}
