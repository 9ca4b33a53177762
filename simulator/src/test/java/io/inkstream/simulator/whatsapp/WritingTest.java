package io.inkstream.simulator.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.simulator.Studio.Received;
import io.inkstream.simulator.World;
import io.inkstream.simulator.webhooks.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WritingTest {
    private static final String ANA = "447700900123";
    private static World world;

    @BeforeAll
    static void start() {
        world = World.start("inkstream.simulator.settings.statuses=false");
    }

    @AfterAll
    static void stop() {
        world.close();
        world.studio().close();
    }

    @BeforeEach
    void forget() {
        world.studio().forget();
    }

    @Test
    void text_arrivesSignedAndEscapedAsMetaDoes() {
        var answer = write(Map.of("from", ANA, "text", "Grüße / \uD83C\uDF89"));

        var webhook = theWebhook();
        assertThat(webhook.path()).isEqualTo("/webhooks/whatsapp");
        assertThat(webhook.body()).contains("Gr\\u00fc\\u00dfe \\/ \\ud83c\\udf89");
        assertThat(webhook.header("X-hub-signature-256"))
                .isEqualTo("sha256="
                        + Hmac.sha256Hex(
                                "inkstream-dev-app-secret", webhook.body().getBytes(StandardCharsets.UTF_8)));
        var value = value(webhook);
        assertThat(value.at("/metadata/phone_number_id").asString()).isEqualTo(World.NUMBER);
        assertThat(value.at("/contacts/0/wa_id").asString()).isEqualTo(ANA);
        assertThat(value.at("/contacts/0/profile/name").asString()).isNotEmpty();
        assertThat(value.at("/contacts/0/user_id").asString())
                .startsWith("GB.")
                .isEqualTo(value.at("/messages/0/from_user_id").asString());
        assertThat(value.at("/messages/0/id").asString())
                .isEqualTo(answer.path("wamid").asString());
        assertThat(value.at("/messages/0/type").asString()).isEqualTo("text");
        assertThat(answer.path("ingressStatus").asInt()).isEqualTo(200);
    }

    @Test
    void options_shapeTheMessage() {
        write(Map.of(
                "from", "+" + ANA,
                "text", "hi",
                "wamid", "wamid.mine",
                "ageSeconds", 120,
                "quotes", "wamid.yours",
                "profileName", "Zoë",
                "to", "second"));

        var value = value(theWebhook());
        var message = value.at("/messages/0");
        assertThat(value.at("/metadata/phone_number_id").asString()).isEqualTo("213080704485844");
        assertThat(value.at("/contacts/0/profile/name").asString()).isEqualTo("Zoë");
        assertThat(message.path("id").asString()).isEqualTo("wamid.mine");
        assertThat(message.at("/context/id").asString()).isEqualTo("wamid.yours");
        assertThat(message.at("/context/from").asString()).isEqualTo("442079460202");
        assertThat(world.clock().instant().getEpochSecond()
                        - message.path("timestamp").asLong())
                .isBetween(120L, 125L);
    }

    @Test
    void person_whoHidesThePhone_hasOnlyAUserId() {
        write(Map.of("from_user_id", "GB.27315580041963370251", "username", "@noahp", "text", "hello"));

        var value = value(theWebhook());
        assertThat(value.at("/messages/0").has("from")).isFalse();
        assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
        assertThat(value.at("/contacts/0/profile/username").asString()).isEqualTo("@noahp");
        world.send("""
                {"messaging_product":"whatsapp","recipient":"GB.27315580041963370251","text":{"body":"hi"}}""");
        assertThat(world.sentTo("GB.27315580041963370251")).hasSize(1);
    }

    @Test
    void bsuid_ofAKnownPerson_reachesTheSameChat() {
        write(Map.of("from", "447700900777", "text", "hello"));
        var userId = value(theWebhook()).at("/contacts/0/user_id").asString();

        var answer =
                world.send(Map.of("messaging_product", "whatsapp", "recipient", userId, "text", Map.of("body", "hi")));

        assertThat(answer.json().at("/contacts/0").has("wa_id")).isFalse();
        assertThat(world.sentTo("447700900777")).hasSize(1);
    }

    @Test
    void messages_goIntoOnePayload() {
        var texts = List.of("one", "two").stream()
                .map(text -> Map.of("type", "text", "text", Map.of("body", text)))
                .toList();

        var answer = write(Map.of("from", ANA, "messages", texts));

        assertThat(value(theWebhook()).path("messages").size()).isEqualTo(2);
        assertThat(answer.path("wamids").size()).isEqualTo(2);
    }

    @Test
    void tap_quotesTheMessageWithTheButton() {
        var offer = world.send("""
                {"messaging_product":"whatsapp","to":"447700900123","type":"interactive","interactive":{"type":"button","body":{"text":"?"},
                 "action":{"buttons":[{"type":"reply","reply":{"id":"yes:1","title":"Yes"}}]}}}""").json().at("/messages/0/id").asString();
        world.studio().forget();

        write(Map.of(
                "from",
                ANA,
                "message",
                Map.of(
                        "type",
                        "interactive",
                        "interactive",
                        Map.of("type", "button_reply", "button_reply", Map.of("id", "yes:1", "title", "Yes")))));

        await().until(() ->
                world.studio().received().stream().anyMatch(one -> one.body().contains("button_reply")));
        var webhook = world.studio().received().stream()
                .filter(one -> one.body().contains("button_reply"))
                .findFirst()
                .orElseThrow();
        assertThat(value(webhook).at("/messages/0/context/id").asString()).isEqualTo(offer);
    }

    @Test
    void sameWamidFiveTimesAtOnce_isFivePosts() {
        var body = Map.of("from", ANA, "text", "hi", "wamid", "wamid.five");

        IntStream.range(0, 5).parallel().forEach(_ -> write(body));

        assertThat(world.studio().received()).hasSize(5);
    }

    @Test
    void refusedWebhook_tellsTheFirstStatusAndIsRepeated() {
        world.studio().answers(503, 500);

        var answer = write(Map.of("from", ANA, "text", "hi"));

        assertThat(answer.path("ingressStatus").asInt()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> world.studio().received().size() == 3);
        assertThat(world.studio().received().stream().map(Received::body).distinct())
                .hasSize(1);
    }

    @Test
    void raw_isDeliveredByteForByte() {
        world.post("/sim/whatsapp/raw", "{\"object\" :\"whatsapp_business_account\",\"x\":\"ü/\"}");

        assertThat(theWebhook().body()).isEqualTo("{\"object\" :\"whatsapp_business_account\",\"x\":\"ü/\"}");
    }

    private static JsonNode write(Map<String, ?> body) {
        return world.post("/sim/whatsapp/messages", body).json();
    }

    private static Received theWebhook() {
        return world.studio().received().getFirst();
    }

    private static JsonNode value(Received webhook) {
        return webhook.json().at("/entry/0/changes/0/value");
    }
}
