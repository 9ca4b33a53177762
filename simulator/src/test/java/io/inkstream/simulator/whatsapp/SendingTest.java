package io.inkstream.simulator.whatsapp;

import static io.inkstream.simulator.World.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.inkstream.simulator.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTest {
    private static World world;
    private static int phones;
    private String phone = "";

    @BeforeAll
    static void start() {
        world = World.start();
    }

    @AfterAll
    static void stop() {
        world.close();
        world.studio().close();
    }

    @BeforeEach
    void freshPhone() {
        phone = "4477009010" + (10 + phones++);
        world.studio().forget();
        world.delete("/sim/faults");
    }

    @Test
    void accepted_isListedInOrderWithTheBodyAsPosted() {
        world.send(text("+" + phone, "one"));
        world.send(text("+" + phone, "two \uD83C\uDF89"));

        var sent = world.sentTo(phone);

        assertThat(sent)
                .extracting(message ->
                        message.path("body").path("text").path("body").asString())
                .containsExactly("one", "two \uD83C\uDF89");
        assertThat(sent)
                .allSatisfy(
                        message -> assertThat(message.path("wamid").asString()).startsWith("wamid."));
        assertThat(world.get("/sim/whatsapp/sent?to=%2B" + phone).json().size()).isEqualTo(2);
    }

    @Test
    void accepted_isFollowedBySentAndDeliveredWithTheCallbackData() {
        var wamid = world.send(Map.of(
                        "messaging_product",
                        "whatsapp",
                        "to",
                        "+" + phone,
                        "text",
                        Map.of("body", "hi"),
                        "biz_opaque_callback_data",
                        "cmd-1.1"))
                .json()
                .at("/messages/0/id")
                .asString();

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(world.studio().statuses())
                        .extracting(
                                status -> status.path("id").asString(),
                                status -> status.path("status").asString(),
                                status ->
                                        status.path("biz_opaque_callback_data").asString(),
                                status -> status.path("recipient_id").asString())
                        .containsExactly(
                                tuple(wamid, "sent", "cmd-1.1", phone), tuple(wamid, "delivered", "cmd-1.1", phone)));
    }

    @Test
    void statuses_whenTheStudioAnswers503_areRepeated() {
        world.studio().answers(503, 503);

        world.send(text(phone, "hi"));

        await().untilAsserted(() -> assertThat(world.studio().received()).hasSizeGreaterThanOrEqualTo(4));
        assertThat(world.studio().statuses())
                .extracting(status -> status.path("status").asString())
                .contains("sent", "delivered");
    }

    @Test
    void statuses_ofManySends_shareWebhooks() {
        world.post("/sim/settings", Map.of("rates", false));
        IntStream.range(0, 200).parallel().forEach(n -> world.send(text("4477009" + (20000 + n), "hi")));

        await().untilAsserted(() -> assertThat(world.studio().statuses()).hasSize(400));
        assertThat(world.studio().received().size()).isLessThan(200);
        world.post("/sim/settings", Map.of("rates", true));
    }

    @Test
    void statuses_whenSwitchedOff_areNotSent() {
        world.post("/sim/settings", Map.of("statuses", false));
        world.send(text(phone, "silent"));
        world.post("/sim/settings", Map.of("statuses", true));
        var heard = world.send(text(phone, "heard")).json().at("/messages/0/id").asString();

        await().untilAsserted(() -> assertThat(world.studio().statuses()).hasSize(2));
        assertThat(world.studio().statuses())
                .allSatisfy(status -> assertThat(status.path("id").asString()).isEqualTo(heard));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"messaging_product":"whatsapp","to":"+447700900123"}                                                     | 400 | 100
            {"to":"+447700900123","text":{"body":"x"}}                                                                | 400 | 100
            {"messaging_product":"whatsapp","text":{"body":"x"}}                                                      | 400 | 100
            {"messaging_product":"whatsapp","to":"+447700900123","type":"song"}                                       | 400 | 100
            not json                                                                                                  | 400 | 100
            {"messaging_product":"whatsapp","to":"+442079460101","text":{"body":"x"}}                                 | 400 | 131021
            {"messaging_product":"whatsapp","to":"1","type":"template","template":{"name":"nope","language":{"code":"en_GB"}}}                       | 404 | 132001
            {"messaging_product":"whatsapp","to":"1","type":"template","template":{"name":"consultation_reminder","language":{"code":"en_GB"}}}      | 400 | 132000
            {"messaging_product":"whatsapp","to":"1","type":"template","template":{"name":"consultation_reminder","language":{"code":"fr"}}}         | 404 | 132001
            {"messaging_product":"whatsapp","to":"1","type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[]}}} | 400 | 131009
            {"messaging_product":"whatsapp","to":"1","type":"interactive","interactive":{"type":"cta_url","body":{"text":"x"},"action":{"name":"cta_url","parameters":{"display_text":"Pay","url":"ftp://x"}}}} | 400 | 131009
            """)
    void refused_hasGraphsErrorBody(String body, int status, int code) {
        var answer = world.send(body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/error/code").asInt()).isEqualTo(code);
        assertThat(answer.json().at("/error/fbtrace_id").asString()).isNotEmpty();
    }

    @Test
    void limits_areThoseOfMeta() {
        assertThat(world.send(text(phone, "x".repeat(4096))).status()).isEqualTo(200);
        assertThat(world.send(text(phone, "x".repeat(4097))).status()).isEqualTo(400);
        assertThat(world.send(buttons(20, 3)).status()).isEqualTo(200);
        assertThat(world.send(buttons(21, 3)).status()).isEqualTo(400);
        assertThat(world.send(buttons(20, 4)).status()).isEqualTo(400);
        assertThat(world.send(list(10, 24, 72)).status()).isEqualTo(200);
        assertThat(world.send(list(11, 24, 72)).status()).isEqualTo(400);
        assertThat(world.send(list(10, 25, 72)).status()).isEqualTo(400);
        assertThat(world.send(list(10, 24, 73)).status()).isEqualTo(400);
    }

    @Test
    void token_whenWrong_isError190() {
        var answer = world.post("/v23.0/" + World.NUMBER + "/messages", text(phone, "x"), "Authorization", "Bearer no");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().at("/error/code").asInt()).isEqualTo(190);
    }

    @Test
    void pairRate_afterABurstOf45_isError131056ForThatPersonOnly() {
        for (var n = 0; n < 45; n++) {
            assertThat(world.send(text(phone, "hi")).status()).isEqualTo(200);
        }

        assertThat(world.send(text(phone, "hi")).json().at("/error/code").asInt())
                .isEqualTo(131056);
        assertThat(world.send(text("447700901999", "hi")).status()).isEqualTo(200);
    }

    @Test
    void freeForm_whenThePersonWasSilentFor24Hours_isError131047AndATemplatePasses() {
        world.post("/sim/whatsapp/messages", Map.of("from", phone, "text", "hi", "ageSeconds", 86_401));

        assertThat(world.send(text(phone, "hi")).json().at("/error/code").asInt())
                .isEqualTo(131047);
        assertThat(world.send(template("next_steps_reply_to_continue"))
                        .json()
                        .at("/messages/0/message_status")
                        .asString())
                .isEqualTo("accepted");
    }

    @Test
    void markRead_readsWhatThePersonWroteAndIsNoSend() {
        var wamid = world.post("/sim/whatsapp/messages", Map.of("from", phone, "text", "hi"))
                .json()
                .path("wamid")
                .asString();

        var answer = world.send(Map.of("messaging_product", "whatsapp", "status", "read", "message_id", wamid));

        assertThat(answer.json().path("success").asBoolean()).isTrue();
        assertThat(world.sentTo(phone)).isEmpty();
        assertThat(world.bean(Chats.class)
                        .find(world.bean(BusinessNumbers.class).usual(), phone)
                        .orElseThrow()
                        .entries()
                        .getFirst()
                        .stage())
                .isEqualTo(Stage.READ);
    }

    @Test
    void templates_whenPausedOrHeld_saySo() {
        world.put("/sim/whatsapp/templates/booking_update", Map.of("state", "paused"));
        world.put("/sim/whatsapp/templates/deposit_received_next_steps", Map.of("state", "held"));

        assertThat(world.send(template("booking_update", "Friday"))
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(132015);
        assertThat(world.send(template("deposit_received_next_steps", "Ana"))
                        .json()
                        .at("/messages/0/message_status")
                        .asString())
                .isEqualTo("held_for_quality_assessment");
    }

    private Map<String, Object> template(String name, String... parameters) {
        var texts = List.of(parameters).stream()
                .map(parameter -> Map.of("type", "text", "text", parameter))
                .toList();
        return Map.of(
                "messaging_product",
                "whatsapp",
                "to",
                phone,
                "type",
                "template",
                "template",
                Map.of(
                        "name", name,
                        "language", Map.of("code", "en_GB"),
                        "components", List.of(Map.of("type", "body", "parameters", texts))));
    }

    private Map<String, Object> buttons(int titleLength, int count) {
        var buttons = IntStream.range(0, count)
                .mapToObj(n -> Map.of(
                        "type", "reply", "reply", Map.of("id", "b" + n, "title", n + "x".repeat(titleLength - 1))))
                .toList();
        return interactive(Map.of("type", "button", "body", Map.of("text", "?"), "action", Map.of("buttons", buttons)));
    }

    private Map<String, Object> list(int count, int titleLength, int descriptionLength) {
        var rows = IntStream.range(0, count)
                .mapToObj(n -> Map.of(
                        "id", "r" + n,
                        "title", "x".repeat(titleLength),
                        "description", "x".repeat(descriptionLength)))
                .toList();
        return interactive(Map.of(
                "type", "list",
                "body", Map.of("text", "?"),
                "action", Map.of("button", "Choose", "sections", List.of(Map.of("rows", rows)))));
    }

    private Map<String, Object> interactive(Map<String, Object> interactive) {
        return Map.of("messaging_product", "whatsapp", "to", phone, "type", "interactive", "interactive", interactive);
    }
}
