package io.inkstream.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.local.EmbeddedBroker;
import io.inkstream.local.FreePorts;
import io.inkstream.schemas.topics.TopicCreation;
import io.inkstream.schemas.topics.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What webhooks are answered while Kafka is not ready, goes away and comes back: never 200 for what is not on the log. */
class BrokerDownIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int WRITERS = 8;

    @TempDir
    private Path folder;

    private final int port = FreePorts.next();
    private final int controllerPort = FreePorts.next();
    private EmbeddedBroker broker;
    private RunningIngress ingress;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder, port, controllerPort);
        ingress = RunningIngress.start(broker.bootstrapServers(), "inkstream.ingress.publish.acknowledge-within=1s");
    }

    @AfterEach
    void stop() {
        ingress.close();
        broker.close();
    }

    @Test
    void webhook_beforeTopicsAndStudiosAreThere_isToldToComeAgain() throws Exception {
        assertToldToComeAgain(deliver("early"));
        assertThat(ingress.readiness().statusCode()).isEqualTo(503);
        assertThat(ingress.readiness().body()).contains("waitingFor");

        createTopics();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ingress.readiness().body()).contains("a studio"));
        assertToldToComeAgain(deliver("still-early"));

        publishStudio();
        ingress.awaitReady();
        assertThat(deliver("in-time").statusCode()).isEqualTo(200);
    }

    @Test
    void webhooks_whileTheBrokerIsAway_areToldToComeAgain_andWhatWasAcceptedIsOnTheLog() throws Exception {
        createTopics();
        publishStudio();
        ingress.awaitReady();
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        var refused = new AtomicInteger();
        var others = ConcurrentHashMap.<Integer>newKeySet();
        var running = new AtomicBoolean(true);
        var writing = new ArrayList<Future<?>>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writing.add(writers.submit(() -> {
                    for (int i = 0; running.get(); i++) {
                        var wamid = "w" + number + "-" + i;
                        int status = deliver(wamid).statusCode();
                        switch (status) {
                            case 200 -> accepted.add(wamid);
                            case 503 -> refused.incrementAndGet();
                            default -> others.add(status);
                        }
                    }
                }));
            }
            await().atMost(SOON).until(() -> accepted.size() > 200);

            broker.close();
            await().atMost(SOON).until(() -> refused.get() > 10);
            assertToldToComeAgain(deliver("away"));
            assertThat(ingress.readiness().statusCode()).isEqualTo(503);
            int acceptedBefore = accepted.size();

            broker = EmbeddedBroker.start(folder, port, controllerPort);
            await().atMost(SOON).until(() -> accepted.size() > acceptedBefore + 200);
            running.set(false);
        }
        for (var writer : writing) {
            writer.get(); // a writer that failed fails the test
        }
        ingress.awaitReady();

        assertThat(others).isEmpty();
        assertThat(idsOnTheLog()).containsAll(accepted);
    }

    private HttpResponse<String> deliver(String wamid) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                "metadata":{"phone_number_id":"106540352242922"},"messages":[{"from":"447700903001","id":"%s",
                "timestamp":"1790000000","type":"text","text":{"body":"hi"}}]}}]}]}""".formatted(wamid);
        return ingress.whatsapp(body.getBytes(UTF_8), wamid);
    }

    private static void assertToldToComeAgain(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicCreation.createMissing(admin, TopicCreation.Layout.STANDALONE);
        }
    }

    private void publishStudio() throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var topic = Topics.STUDIO_CONFIG;
            producer.send(new ProducerRecord<>(
                            topic.name(), "studio", topic.serializer().serialize(topic.name(), Studios.STUDIO)))
                    .get();
        }
    }

    private Set<String> idsOnTheLog() {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        var ids = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.INBOUND.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record ->
                                ids.add(Topics.INBOUND.read(record.value()).id()));
            }
        }
        return ids;
    }
}
