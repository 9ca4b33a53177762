package io.inkstream.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators see of the webhooks, and what they can switch. */
class OperationsIT {
    private static final String WHATSAPP = "/webhooks/whatsapp";
    private static final Duration SOON = Duration.ofSeconds(10);

    private static RunningIngress ingress;

    @BeforeAll
    static void start() {
        ingress = RunningIngress.withOneStudio(
                "inkstream.ingress.signature.alarm-interval=1s", "inkstream.ingress.bench.enabled=true");
    }

    @AfterAll
    static void stop() {
        ingress.close();
    }

    @Test
    void refusedSignatures_areReportedOnceAndThenAsACount() {
        try (var events = TestKafka.read(Topics.SYSTEM_EVENTS)) {
            var correlationId = UUID.randomUUID().toString();
            for (int i = 0; i < 20; i++) {
                ingress.send(ingress.post(WHATSAPP, Fixtures.whatsapp("text"))
                        .header("X-Hub-Signature-256", "sha256=00")
                        .header("X-Correlation-ID", correlationId)
                        .build());
            }

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(events.all().stream()
                                    .map(entry -> entry.required())
                                    .filter(event -> event.name().equals("whatsapp.signature_verification_failure"))
                                    .mapToInt(event ->
                                            Integer.parseInt(event.details().get("count")))
                                    .sum())
                            .isGreaterThanOrEqualTo(20));
            var ours = events.all().stream()
                    .map(entry -> entry.required())
                    .filter(event -> correlationId.equals(event.correlationId()))
                    .toList();
            assertThat(ours).hasSizeLessThan(6).allMatch(event -> event.level() == SystemEvent.Level.WARN);
        }
    }

    @Test
    void metrics_nameOutcomesTopicsAndLatency_andNoPerson() {
        ingress.whatsapp(Fixtures.whatsapp("text"), UUID.randomUUID().toString());

        var metrics = ingress.get(ingress.management("/actuator/prometheus")).body();

        assertThat(metrics)
                .contains("inkstream_ingress_webhooks_total{")
                .contains("outcome=\"accepted\",source=\"whatsapp\"")
                .contains("inkstream_ingress_records_total{")
                .contains("topic=\"wa.inbound.v1\"")
                .contains("inkstream_ingress_publish_seconds_bucket")
                .contains("inkstream_ingress_identity_aliases")
                .contains("kafka_producer_")
                .doesNotContain("447700900123");
    }

    @Test
    void businessClock_whenMoved_datesTheRecords() {
        var clock = ingress.clock();
        var before = clock.offset();
        try {
            var later = before.plusHours(36);
            var moved = ingress.send(HttpRequest.newBuilder(ingress.management("/actuator/businessclock"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"offset\":\"" + later + "\"}"))
                    .build());
            var correlationId = UUID.randomUUID().toString();
            ingress.whatsapp(Fixtures.whatsapp("text"), correlationId);

            assertThat(moved.statusCode()).isEqualTo(200);
            assertThat(ingress.get(ingress.management("/actuator/businessclock"))
                            .body())
                    .contains(later.toString());
            assertThat(ingress.published().of(correlationId).getFirst().value().occurredAt())
                    .isAfter(RunningIngress.FIXTURE_TIME.plus(Duration.ofHours(35)));
        } finally {
            clock.moveTo(before);
        }
    }

    @Test
    void echo_whenAskedFor_sendsTheBodyBack() {
        var response = ingress.send(
                ingress.post("/bench/echo", "{\"a\":1}".getBytes(UTF_8)).build());

        assertThat(response.body()).isEqualTo("{\"a\":1}");
    }
}
