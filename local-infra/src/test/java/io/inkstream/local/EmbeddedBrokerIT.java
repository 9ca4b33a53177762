package io.inkstream.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "letters";

    @TempDir
    Path folder;

    @Test
    void records_whenTheBrokerIsStoppedAndStarted_areAllThere_butNotTheAborted() throws Exception {
        try (var broker = start()) {
            createTopic(broker.bootstrapServers());
            try (var producer = producer(broker.bootstrapServers(), Map.of("transactional.id", "writer"))) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(record("committed")).get();
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(record("aborted")).get();
                producer.abortTransaction();
            }
            assertThat(committed(broker.bootstrapServers())).containsExactly("committed");
        }

        try (var broker = start();
                var producer = producer(broker.bootstrapServers(), Map.of("transactional.id", "writer"))) {
            producer.initTransactions(); // the coordinator remembers this writer
            producer.beginTransaction();
            producer.send(record("committed after the restart")).get();
            producer.commitTransaction();

            assertThat(committed(broker.bootstrapServers()))
                    .containsExactly("committed", "committed after the restart");
        }
    }

    /** Many are on their way when the process is killed: what was acknowledged must be there, in order and once. */
    @Test
    void records_whenTheProcessIsKilled_areThereIfTheyWereAcknowledged() throws Exception {
        var port = FreePorts.next();
        var acknowledged = new ConcurrentLinkedQueue<String>();
        try (var child = ChildJvm.start(BrokerMain.class, folder, port, FreePorts.next())) {
            var bootstrap = "127.0.0.1:" + port;
            createTopic(bootstrap);
            var producer = producer(bootstrap, Map.of("delivery.timeout.ms", "3000", "request.timeout.ms", "2000"));
            try {
                var enough = new CountDownLatch(2_000);
                for (var number = 0; number < 20_000; number++) {
                    var value = "letter " + number;
                    var _ = producer.send(record(value), (_, fault) -> {
                        if (fault == null) {
                            acknowledged.add(value);
                            enough.countDown();
                        }
                    });
                }
                assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
                child.kill();
            } finally {
                producer.close(Duration.ofSeconds(10));
            }
        }

        try (var broker = start()) {
            var found = committed(broker.bootstrapServers());

            assertThat(found).doesNotHaveDuplicates().containsSubsequence(List.copyOf(acknowledged));
        }
    }

    @Test
    void transactions_whenTheProcessIsKilled_areKeptIfCommitted_andNeverShownIfNot() throws Exception {
        var port = FreePorts.next();
        var bootstrap = "127.0.0.1:" + port;
        try (var child = ChildJvm.start(BrokerMain.class, folder, port, FreePorts.next())) {
            createTopic(bootstrap);
            var producer = producer(bootstrap, Map.of("transactional.id", "writer"));
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record("committed")).get();
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(record("open when it was killed")).get();
            child.kill();
            producer.close(Duration.ZERO); // it could not even abort
        }

        try (var broker = start();
                var producer = producer(broker.bootstrapServers(), Map.of("transactional.id", "writer"))) {
            producer.initTransactions(); // ends what the former writer left open

            assertThat(committed(broker.bootstrapServers())).containsExactly("committed");
        }
    }

    @Test
    void topics_areNeverCreatedByUse() throws Exception {
        try (var broker = start();
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                var producer = producer(broker.bootstrapServers(), Map.of("max.block.ms", "2000"))) {
            assertThat(producer.send(record("to nowhere"))).failsWithin(Duration.ofSeconds(30));
            assertThat(admin.listTopics().names().get()).doesNotContain(TOPIC);
        }
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(folder, FreePorts.next(), FreePorts.next());
    }

    private static void createTopic(String bootstrap) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static ProducerRecord<String, String> record(String value) {
        return new ProducerRecord<>(TOPIC, "key", value);
    }

    private static KafkaProducer<String, String> producer(String bootstrap, Map<String, String> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("bootstrap.servers", bootstrap);
        settings.put("acks", "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Everything committed, to the present end. */
    private static List<String> committed(String bootstrap) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            var values = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
