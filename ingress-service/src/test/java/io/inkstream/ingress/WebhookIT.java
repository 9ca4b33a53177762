package io.inkstream.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.topics.Topics;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers see of webhooks that are taken in, and what these leave on the log. */
class WebhookIT {
    private static final String WHATSAPP = "/webhooks/whatsapp";

    private static RunningIngress ingress;

    @BeforeAll
    static void start() {
        ingress = RunningIngress.withOneStudio(
                "inkstream.ingress.whatsapp.app-secrets=" + Signing.APP_SECRET + ",the-next-secret",
                // A thousand webhooks at once on a service that was just started, on a machine shared with
                // others.
                "inkstream.ingress.publish.acknowledge-within=20s");
    }

    @AfterAll
    static void stop() {
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
        var found = ingress.published().of(correlationId);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().entry().header("event-type")).isEqualTo("wa.message");
        assertThat(found.getFirst().entry().header("schema-version")).isEqualTo("1");
        assertThat(found.getFirst().entry().header("studio")).isEqualTo("studio");
        assertThat(found.getFirst().value().occurredAt())
                .isBetween(RunningIngress.FIXTURE_TIME, ingress.clock().instant());
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
    void webhook_inChunks_isAccepted() {
        var body = Fixtures.whatsapp("batch_1000_messages");
        var request = ingress.signedWhatsapp(body)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        assertThat(ingress.send(request).statusCode()).isEqualTo(200);
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
        var ids = ingress.published().of(run).stream()
                .map(found -> found.value().id())
                .toList();
        assertThat(ids).hasSize(1000).doesNotHaveDuplicates();
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

        var messages = ingress.published().of(correlationId, Topics.INBOUND);
        assertThat(messages)
                .singleElement()
                .satisfies(message -> assertThat(message.raw()).isEqualTo(element));
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
}
