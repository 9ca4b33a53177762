package io.inkstream.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.json.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which status, and that it leaves nothing. */
class RefusalsIT {
    private static final String WHATSAPP = "/webhooks/whatsapp";
    private static final int MEGABYTE = 1024 * 1024;

    private final RunningIngress ingress = RunningIngress.shared();

    @Test
    void webhook_withoutASignature_isRefusedAndLeavesNothing() {
        var correlationId = UUID.randomUUID().toString();
        var refusedBefore = ingress.count("inkstream.ingress.signature.failures", "source", "whatsapp");

        var response = ingress.send(ingress.post(WHATSAPP, Fixtures.whatsapp("text"))
                .header("X-Correlation-ID", correlationId)
                .build());

        assertProblem(response, 401, "bad_signature");
        assertThat(ingress.published().of(correlationId)).isEmpty();
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
