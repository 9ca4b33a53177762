package io.inkstream.simulator.contract;

import static io.inkstream.simulator.contract.Fixture.assertSameShape;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.simulator.World;
import io.inkstream.simulator.World.Answered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every recorded request, answer and error of the WhatsApp Cloud API, held against the fake. */
class WhatsAppContractTest {
    private static final UsedFixtures FILES = new UsedFixtures("whatsapp_api", file -> true);
    private static final List<String> FREE = List.of("fbtrace_id", "id");
    private static World world;

    @BeforeAll
    static void start() {
        world = World.start("inkstream.simulator.settings.rates=false");
    }

    @AfterAll
    static void everyFileIsUsed() {
        world.close();
        world.studio().close();
        FILES.mustBeAll();
    }

    @BeforeEach
    void noFaults() {
        world.delete("/sim/faults");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send_text_request.json",
                "send_buttons_request.json",
                "send_list_request.json",
                "send_image_request.json",
                "send_cta_url_request.json"
            })
    void requests_areAcceptedWithTheUsualAnswer(String file) {
        var answer = world.send(FILES.use(file).content().toString());

        assertThat(answer.status()).isEqualTo(200);
        assertSameShape(FILES.use("send_response_ok.json").content(), answer.json(), FREE);
    }

    @Test
    void bsuidRequest_isAcceptedWithoutAWaId() {
        var answer =
                world.send(FILES.use("send_text_bsuid_request.json").content().toString());

        assertSameShape(FILES.use("send_response_bsuid.json").content(), answer.json(), FREE);
    }

    @Test
    void templateRequest_whenTheTemplateIsHeld_saysSo() {
        world.put("/sim/whatsapp/templates/booking_reminder", Map.of("state", "held"));

        var answer =
                world.send(FILES.use("send_template_request.json").content().toString());

        assertSameShape(FILES.use("send_response_template_held.json").content(), answer.json(), FREE);
        world.put("/sim/whatsapp/templates/booking_reminder", Map.of("state", "approved"));
    }

    @Test
    void markRead_succeeds() {
        var answer =
                world.send(FILES.use("mark_read_typing_request.json").content().toString());

        assertThat(answer.json())
                .isEqualTo(FILES.use("success_true_response.json").content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error_2.json",
                "error_4.json",
                "error_80007.json",
                "error_130429.json",
                "error_131000.json",
                "error_131009.json",
                "error_131016.json",
                "error_131026.json",
                "error_131047.json",
                "error_131048.json",
                "error_131056.json",
                "error_131057.json",
                "error_131062.json",
                "error_190.json",
                "error_368.json",
                "error_100_no_error_data.json"
            })
    void errors_byCode_areWordForWord(String file) {
        var expected = FILES.use(file);
        world.post(
                "/sim/faults",
                Map.of(
                        "target",
                        "whatsapp",
                        "kind",
                        "status",
                        "times",
                        1,
                        "code",
                        expected.body().path("error").path("code").asString()));

        assertError(expected, world.send(World.text("447700900123", "hi")), FREE);
    }

    @Test
    void error132001_isMadeByAnUnknownTemplate() {
        var request =
                Fixture.of("whatsapp_api/send_template_request.json").content().toString();

        var answer = world.send(request.replace("\"booking_reminder\"", "\"booking_remainder\""));

        assertError(FILES.use("error_132001.json"), answer, List.of("fbtrace_id", "details"));
    }

    @Test
    void error131062_isMadeByAnAuthenticationTemplateToABsuid() {
        var answer = world.send("""
                {"messaging_product":"whatsapp","recipient":"GB.27315580041963370251","type":"template",
                 "template":{"name":"login_code","language":{"code":"en_GB"},
                             "components":[{"type":"body","parameters":[{"type":"text","text":"1234"}]}]}}""");

        assertError(FILES.use("error_131062.json"), answer, FREE);
    }

    @Test
    void error190_isMadeByAWrongToken() {
        var answer = world.post(
                "/v23.0/" + World.NUMBER + "/messages", World.text("447700900123", "hi"), "Authorization", "Bearer x");

        assertError(FILES.use("error_190.json"), answer, FREE);
    }

    @Test
    void error131009_isMadeByAButtonThatIsTooLong() {
        var request =
                Fixture.of("whatsapp_api/send_buttons_request.json").content().toString();

        var answer = world.send(request.replace("\"Confirm\"", "\"Confirm this appointment\""));

        assertError(FILES.use("error_131009.json"), answer, List.of("fbtrace_id", "details"));
    }

    @Test
    void gatewayError_isNotJson() {
        var expected = FILES.use("error_non_json_502.json");
        world.post("/sim/faults", Map.of("target", "whatsapp", "kind", "status", "status", 502, "times", 1));

        var answer = world.send(World.text("447700900123", "hi"));

        assertThat(answer.status()).isEqualTo(expected.status());
        assertThat(answer.text()).isEqualTo(expected.content().path("body_text").asString());
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith(expected.content().path("content_type").asString());
    }

    @Test
    void okWithoutAnId_isMadeByAFault() {
        var expected = FILES.use("error_200_without_id.json");
        world.post(
                "/sim/faults",
                Map.of("target", "whatsapp", "kind", "status", "status", 200, "times", 1, "body", expected.body()));

        var answer = world.send(World.text("447700900123", "hi"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(expected.body());
    }

    @Test
    void media_isDescribedAndDownloadedWithTheTokenOnly() {
        var token = new String[] {"Authorization", "Bearer inkstream-dev-access-token"};
        var described = world.get("/v23.0/1003383421387256", token);

        assertSameShape(
                FILES.use("media_get_response.json").content(),
                described.json(),
                List.of("url", "sha256", "file_size"));
        var path = described.json().path("url").asString().replaceFirst("^https?://[^/]+", "");
        var downloaded = world.get(path, token);
        assertThat(downloaded.status()).isEqualTo(200);
        assertThat(downloaded.response().headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(downloaded.response().headers().firstValueAsLong("Content-Length"))
                .hasValue(described.json().path("file_size").asLong());
        assertThat(world.get(path).status()).isEqualTo(401);
        world.clock().moveTo(Duration.ofMinutes(6));
        assertThat(world.get(path, token).status()).isEqualTo(404);
        world.clock().moveTo(Duration.ZERO);
    }

    @Test
    void verification_isWhatMetaAsks() {
        var expected = FILES.use("verification_get_query.json").content().path("request");
        world.studio().answers(200);

        var asked = world.post(
                "/sim/whatsapp/verify",
                Map.of(
                        "token", expected.path("hub.verify_token").asString(),
                        "challenge", expected.path("hub.challenge").asString()));

        assertThat(asked.json().path("status").asInt()).isEqualTo(200);
        var query = world.studio().received().getLast().query();
        expected.properties()
                .forEach(parameter -> assertThat(query)
                        .contains(
                                parameter.getKey() + "=" + parameter.getValue().asString()));
    }

    private static void assertError(Fixture expected, Answered answer, List<String> free) {
        assertThat(answer.status()).isEqualTo(expected.status());
        assertSameShape(expected.body(), answer.json(), free);
    }
}
