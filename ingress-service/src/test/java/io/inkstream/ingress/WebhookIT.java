package io.inkstream.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers see of the webhooks over HTTP, and what operators see of them. */
class WebhookIT {
    private static final String WHATSAPP = "/webhooks/whatsapp";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MEGABYTE = 1024 * 1024;

    private static RunningIngress ingress;
    private static Published published;

    @BeforeAll
    static void start() {
        TestKafka.send(Topics.STUDIO_CONFIG, "studio", Studios.STUDIO);
        TestKafka.send(Topics.STUDIO_CONFIG, "second", Studios.SECOND);
        ingress = RunningIngress.start(
                        TestKafka.bootstrapServers(),
                        "inkstream.ingress.whatsapp.app-secrets=" + Signing.APP_SECRET + ",the-next-secret",
                        "inkstream.ingress.signature.alarm-interval=1s",
                        "inkstream.ingress.bench.enabled=true")
                .awaitReady();
        published = new Published();
    }

    @AfterAll
    static void stop() {
        published.close();
        ingress.close();
    }

    @Test
    void verification_withOurToken_echoesTheChallengeAsPlainText() {
        var response = verify("subscribe", "inkstream-dev-verify-token", "1158201444 <b>");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("1158201444 <b>");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"subscribe,wrong-token", "unsubscribe,inkstream-dev-verify-token", "'',''"})
    void verification_otherwise_isForbiddenWithoutAnEcho(String mode, String token) {
        var response = verify(mode, token, "1158201444");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).doesNotContain("1158201444");
    }

    @Test
    void webhook_whenSigned_isStoredWithItsHeadersAndAnsweredOk() {
        var correlationId = UUID.randomUUID().toString();

        var response = ingress.whatsapp(Fixtures.whatsapp("text"), correlationId);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("X-Correlation-ID")).contains(correlationId);
        var found = published.of(correlationId);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().entry().header("event-type")).isEqualTo("wa.message");
        assertThat(found.getFirst().entry().header("schema-version")).isEqualTo("1");
        assertThat(found.getFirst().entry().header("studio")).isEqualTo("studio");
        assertThat(found.getFirst().value().occurredAt())
                .isBetween(RunningIngress.FIXTURE_TIME, ingress.clock().instant());
    }

    @Test
    void traceparent_whenTheCallerSendsOne_followsTheRecords() {
        var correlationId = UUID.randomUUID().toString();
        var traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        traced(correlationId, traceparent);

        assertThat(published.of(correlationId))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.entry().header("traceparent")).isEqualTo(traceparent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anything else",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
            })
    void traceparent_thatIsNone_isLeftOut(String traceparent) {
        var correlationId = UUID.randomUUID().toString();

        traced(correlationId, traceparent);

        assertThat(published.of(correlationId))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.entry().header("traceparent")).isNull());
    }

    @Test
    void webhook_signedWithTheNextSecret_isAccepted() {
        var body = Fixtures.whatsapp("text");

        var response = ingress.send(ingress.post(WHATSAPP, body)
                .header("X-Hub-Signature-256", Signing.whatsapp("the-next-secret", body))
                .build());

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void webhook_withoutASignature_isRefusedAndLeavesNothing() {
        var correlationId = UUID.randomUUID().toString();
        var refusedBefore = ingress.count("inkstream.ingress.signature.failures", "source", "whatsapp");

        var response = ingress.send(ingress.post(WHATSAPP, Fixtures.whatsapp("text"))
                .header("X-Correlation-ID", correlationId)
                .build());

        assertProblem(response, 401, "bad_signature");
        assertThat(published.of(correlationId)).isEmpty();
        assertThat(ingress.count("inkstream.ingress.signature.failures", "source", "whatsapp"))
                .isEqualTo(refusedBefore + 1);
    }

    @Test
    void webhook_signedForOtherBytes_isRefused() {
        var body = Fixtures.whatsapp("text");

        var response = ingress.send(ingress.post(WHATSAPP, Fixtures.whatsapp("image"))
                .header("X-Hub-Signature-256", Signing.whatsapp(Signing.APP_SECRET, body))
                .build());

        assertProblem(response, 401, "bad_signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "hello",
                "{\"entry\":[}",
                "{}{}",
                "{\"a\":\"\u0001\"}",
                "\uFEFF{}",
                "{\"object\":nul}"
            })
    void webhook_thatIsSignedButNotJson_isABadRequest(String body) {
        var response = ingress.whatsapp(body.getBytes(UTF_8), "bad-json");

        assertProblem(response, 400, "bad_json");
    }

    @Test
    void webhook_nestedTooDeeply_isABadRequest() {
        var body = "{\"entry\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertProblem(ingress.whatsapp(body.getBytes(UTF_8), "deep"), 400, "bad_json");
    }

    @Test
    void webhook_withMoreUpdatesThanOnePostCarries_isTooLarge() {
        var messages = "{},".repeat(10_001) + "{}";
        var body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"value\":{\"messages\":["
                + messages + "]},\"field\":\"messages\"}]}]}";

        assertProblem(ingress.whatsapp(body.getBytes(UTF_8), "many"), 413, "too_many_updates");
    }

    @Test
    void webhook_ofThreeMegabytes_isStillRead() {
        assertProblem(ingress.whatsapp(spaces(3 * MEGABYTE), "limit"), 400, "bad_json");
    }

    @Test
    void webhook_largerThanThreeMegabytes_isTooLarge() {
        assertProblem(ingress.whatsapp(spaces(3 * MEGABYTE + 1), "too-large"), 413, "too_large");
    }

    @Test
    void webhook_largerThanThreeMegabytesAndChunked_isTooLarge() {
        var body = spaces(3 * MEGABYTE + 1);
        var request = ingress.signedWhatsapp(body)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        assertProblem(ingress.send(request), 413, "too_large");
    }

    @Test
    void webhook_inChunks_isAccepted() {
        var body = Fixtures.whatsapp("batch_1000_messages");
        var request = ingress.signedWhatsapp(body)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        assertThat(ingress.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void webhook_compressed_isRefused() {
        var request = ingress.signedWhatsapp(Fixtures.whatsapp("text"))
                .header("Content-Encoding", "gzip")
                .build();

        assertProblem(ingress.send(request), 415, "encoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json; charset=iso-8859-1"})
    void webhook_ofAnotherContentType_isRefused(String type) {
        var request = ingress.signedWhatsapp(Fixtures.whatsapp("text"))
                .setHeader("Content-Type", type)
                .build();

        assertProblem(ingress.send(request), 415, "not_json_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "application/json;charset=\"UTF-8\"", "Application/JSON"})
    void webhook_ofJsonHoweverSpelled_isAccepted(String type) {
        var request = ingress.signedWhatsapp(Fixtures.whatsapp("text"))
                .setHeader("Content-Type", type)
                .build();

        assertThat(ingress.send(request).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"has spaces", "<script>", "quote\""})
    void correlationId_thatIsNotSane_isReplaced(String given) {
        var response = ingress.whatsapp(Fixtures.whatsapp("text"), given);

        var answered = response.headers().firstValue("X-Correlation-ID").orElseThrow();
        assertThat(UUID.fromString(answered)).isNotNull();
    }

    @Test
    void correlationId_thatIsTooLong_isReplaced() {
        var response = ingress.whatsapp(Fixtures.whatsapp("text"), "x".repeat(129));

        assertThat(response.headers().firstValue("X-Correlation-ID").orElseThrow())
                .hasSize(36);
    }

    @Test
    void otherMethodsAndPaths_areProblemsToo() {
        var deleted = ingress.send(
                HttpRequest.newBuilder(ingress.url(WHATSAPP)).DELETE().build());
        var elsewhere = ingress.get(ingress.url("/admin"));
        var stripe = ingress.get(ingress.url("/webhooks/stripe"));

        assertProblem(deleted, 405, "method_not_allowed");
        assertProblem(elsewhere, 404, "not_found");
        assertProblem(stripe, 405, "method_not_allowed");
        assertThat(stripe.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void thousandWebhooks_atTheSameInstant_areAllStored() {
        var run = UUID.randomUUID().toString();
        var bodies = IntStream.range(0, 1000)
                .mapToObj(i -> text("wamid." + run + i, "4477009" + (10_000 + i)))
                .toList();

        var answers = bodies.stream()
                .map(body -> ingress.client()
                        .sendAsync(
                                ingress.signedWhatsapp(body)
                                        .header("X-Correlation-ID", run)
                                        .build(),
                                BodyHandlers.ofString()))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();

        assertThat(answers.stream().map(answer -> answer.join().statusCode()).collect(toSet()))
                .containsExactly(200);
        var ids = published.of(run).stream().map(found -> found.value().id()).toList();
        assertThat(ids).hasSize(1000).doesNotHaveDuplicates();
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
            assertThat(published.of(correlationId).getFirst().value().occurredAt())
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

    @Test
    void rawElement_isKeptByteForByte() {
        var element = """
                {"from" : "447700901777","id":"wamid.raw-%s",  "timestamp":"1790000000","type":"text","text":{"body":"\\u00fc\\/ ü"}}""".formatted(UUID.randomUUID());
        var body = ("{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":[ " + element
                        + " ],\"metadata\":{\"phone_number_id\":\"106540352242922\"}}}]}],"
                        + "\"object\":\"whatsapp_business_account\"}")
                .getBytes(UTF_8);
        var correlationId = UUID.randomUUID().toString();

        ingress.whatsapp(body, correlationId);

        var messages = published.of(correlationId, Topics.INBOUND);
        assertThat(messages)
                .singleElement()
                .satisfies(message -> assertThat(message.raw()).isEqualTo(element));
    }

    private static void traced(String correlationId, String traceparent) {
        var response = ingress.send(ingress.signedWhatsapp(Fixtures.whatsapp("text"))
                .header("X-Correlation-ID", correlationId)
                .header("traceparent", traceparent)
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> verify(String mode, String token, String challenge) {
        return ingress.get(ingress.url(WHATSAPP + "?hub.mode=" + mode + "&hub.challenge="
                + URLEncoder.encode(challenge, UTF_8) + "&hub.verify_token=" + token));
    }

    private static byte[] text(String wamid, String from) {
        return ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":"
                        + "{\"metadata\":{\"phone_number_id\":\"106540352242922\"},\"messages\":[{\"from\":\"" + from
                        + "\",\"id\":\"" + wamid + "\",\"timestamp\":\"1790000000\",\"type\":\"text\","
                        + "\"text\":{\"body\":\"hi\"}}]},\"field\":\"messages\"}]}]}")
                .getBytes(UTF_8);
    }

    private static byte[] spaces(int length) {
        var body = new byte[length];
        Arrays.fill(body, (byte) ' ');
        return body;
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Json.tree(response.body().getBytes(UTF_8));
        assertThat(problem.path("type").asString()).isEqualTo("urn:inkstream:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
    }
}
