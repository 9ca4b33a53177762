package io.inkstream.benchmarks;

import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.Sender;
import io.inkstream.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The processor by itself on records that wait on the topic, beside a topology that only passes them on. */
final class ProcessorScenario {
    private static final String NAME = "processor";

    /** As many as a fast processor works off in the minute of warm-up and the minute that counts. */
    private static final int CLIENTS = Integer.getInteger("bench.clients", 60_000);

    private static final List<String> LINES = List.of(
            "hi", "A fine line dragon", "left forearm", "10x15cm", "realism", "2", "no", "no", "£500", "London");

    private final Options options;
    private final Report report;

    ProcessorScenario(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        try (var cluster = Cluster.start(options.folder().resolve("processor-broker"))) {
            var records = prepare(cluster.bootstrap());
            try (var progress = new GroupProgress(cluster.bootstrap())) {
                var passThrough = PassThrough.recordsPerSecond(
                        cluster.bootstrap(), options.folder().resolve("pass-through"), progress, options.warmUp());
                report.plain(NAME, "ceiling: pass-through topology, exactly-once", passThrough, "/s");
                processor(cluster, progress, records, passThrough);
            }
        }
    }

    private void processor(Cluster cluster, GroupProgress progress, long records, double passThrough)
            throws IOException, InterruptedException {
        var state = options.folder().resolve("processor-state-" + System.nanoTime());
        var starting = progress.follow("inkstream-processor");
        try (var processor = ServiceProcess.start(
                options.standaloneJar(),
                "io.inkstream.conversation.streams.ConversationProcessorApplication",
                cluster.bootstrap(),
                Map.of("inkstream.processor.state-dir", state.toString(), ServiceProcess.ONE_PORT, "true"),
                Path.of(options.folder().toString(), "processor"))) {
            var measured = starting.awaitEnd(options.warmUp());
            report.atLeast(NAME, "records/s with exactly-once", measured, "/s", 15_000);
            report.plain(NAME, "processor / pass-through", measured / passThrough, "");
            report.plain(
                    NAME,
                    "CPU of the service per record (start included)",
                    processor.figures().cpu().toNanos() / 1e3 / records,
                    "us");
            report.plain(
                    NAME, "memory of the service after it", processor.figures().residentMegabytes(), "MB");
        }
    }

    /** Several lines of each client's conversation, in order, on {@code wa.inbound.v1}. */
    private static long prepare(String bootstrap) {
        var run = Long.toString(System.nanoTime(), 36);
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                        ProducerConfig.LINGER_MS_CONFIG, "20",
                        ProducerConfig.BATCH_SIZE_CONFIG, "262144"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var line = 0; line < LINES.size(); line++) {
                for (var client = 0; client < CLIENTS; client++) {
                    var message = message(run + "-" + line + "-" + client, Webhooks.phone(client), LINES.get(line));
                    var _ = producer.send(new ProducerRecord<>(
                            Topics.INBOUND.name(),
                            message.key(),
                            Topics.INBOUND.serializer().serialize(Topics.INBOUND.name(), message)));
                }
            }
        }
        return (long) LINES.size() * CLIENTS;
    }

    private static InboundMessage message(String wamid, String phone, String text) {
        var now = Instant.now();
        return new InboundMessage(
                "wamid." + wamid,
                now,
                "studio",
                "106540352242922",
                "studio/" + phone,
                new Sender(phone, phone, null, null, "Sam Carter", null, null),
                now,
                new MessageContent.Text(text),
                null,
                null,
                null,
                "{\"from\":\"" + phone + "\",\"id\":\"wamid." + wamid + "\",\"timestamp\":\"" + now.getEpochSecond()
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}");
    }
}
