package io.inkstream.benchmarks;

import io.inkstream.local.FreePorts;
import io.inkstream.schemas.topics.TopicCreation;
import io.inkstream.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker as a process of its own, with the topics and one studio's settings: what a single service needs around it. */
final class Cluster implements AutoCloseable {
    private final JavaProcess process;
    private final String bootstrap;

    private Cluster(JavaProcess process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    static Cluster start(Path folder) throws IOException, InterruptedException {
        delete(folder);
        var port = FreePorts.next();
        var process = JavaProcess.start(
                        folder,
                        Map.of(),
                        List.of(
                                "-Xmx768m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.inkstream.benchmarks.BrokerOnly",
                                folder.resolve("kafka").toString(),
                                String.valueOf(port),
                                String.valueOf(FreePorts.next())))
                .awaitPrinted("Kafka is up");
        var cluster = new Cluster(process, "127.0.0.1:" + port);
        cluster.prepare();
        return cluster;
    }

    String bootstrap() {
        return bootstrap;
    }

    private void prepare() throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicCreation.createMissing(admin, TopicCreation.Layout.STANDALONE);
        }
        var studio = BenchStudio.settings();
        var bytes = Topics.STUDIO_CONFIG.serializer().serialize(Topics.STUDIO_CONFIG.name(), studio);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer())) {
            for (var key : new String[] {studio.versionedKey(), studio.studio()}) {
                producer.send(new ProducerRecord<>(Topics.STUDIO_CONFIG.name(), key, bytes))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the studio's settings could not be published", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
