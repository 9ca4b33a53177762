package io.inkstream.simulator.faults;

import static io.inkstream.simulator.World.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inkstream.simulator.World;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FaultsTest {
    private static final String ANA = "447700900123";
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
    void clear() {
        world.delete("/sim/faults");
        phone = "4477009050" + (10 + phones++);
    }

    @Test
    void status_answersTheGivenBodySoManyTimesAndAcceptsNothing() {
        order("""
                {"target":"whatsapp","kind":"status","status":500,"times":2,"body":{"error":{"code":131000,"message":"Something went wrong"}}}""");

        for (var n = 0; n < 2; n++) {
            var answer = world.send(text(phone, "hi"));
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).isEqualTo("{\"error\":{\"code\":131000,\"message\":\"Something went wrong\"}}");
        }
        assertThat(world.sentTo(phone)).isEmpty();
        assertThat(world.send(text(phone, "hi")).status()).isEqualTo(200);
    }

    @Test
    void match_hitsOnlyThatRecipient() {
        order("{\"target\":\"whatsapp\",\"kind\":\"status\",\"status\":503,\"match\":{\"to\":\"+" + phone + "\"}}");

        assertThat(world.send(text(ANA, "hi")).status()).isEqualTo(200);
        assertThat(world.send(text("+" + phone, "hi")).status()).isEqualTo(503);
    }

    @Test
    void reset_breaksTheConnectionAndAcceptsNothing() {
        order("{\"target\":\"whatsapp\",\"kind\":\"reset\",\"times\":1}");

        assertThatThrownBy(() -> world.exchange(sendRequest()))
                .isInstanceOf(IOException.class)
                .rootCause()
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertThat(world.sentTo(phone)).isEmpty();
    }

    @Test
    void dropAfterAccept_breaksTheConnectionButTheMessageIsThereWithItsStatuses() {
        order("{\"target\":\"whatsapp\",\"kind\":\"drop-after-accept\",\"times\":1}");

        assertThatThrownBy(() -> world.exchange(sendRequest())).isInstanceOf(IOException.class);
        assertThat(world.sentTo(phone)).hasSize(1);
        await().untilAsserted(() -> assertThat(world.studio().statuses())
                .filteredOn(status -> status.path("recipient_id").asString().equals(phone))
                .hasSize(2));
    }

    @Test
    void delay_acceptsAtOnceAndAnswersLate() {
        order("{\"target\":\"whatsapp\",\"kind\":\"delay\",\"delayMs\":300,\"times\":1}");
        var started = System.nanoTime();

        assertThat(world.send(text(phone, "hi")).status()).isEqualTo(200);

        assertThat(System.nanoTime() - started).isGreaterThan(300_000_000L);
    }

    @Test
    void rate_hitsAShare() {
        world.post("/sim/settings", Map.of("rates", false));
        order("{\"target\":\"whatsapp\",\"kind\":\"status\",\"status\":500,\"rate\":0.5}");
        var failed = 0;
        for (var n = 0; n < 200; n++) {
            failed += world.send(text(phone, "hi")).status() == 500 ? 1 : 0;
        }
        assertThat(failed).isBetween(50, 150);
        world.post("/sim/settings", Map.of("rates", true));
    }

    @Test
    void readMarks_areNotTroubled() {
        order("{\"target\":\"whatsapp\",\"kind\":\"status\",\"status\":500}");

        var answer = world.send(Map.of("messaging_product", "whatsapp", "status", "read", "message_id", "wamid.x"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void order_whenNotUnderstood_is400() {
        assertThat(world.post("/sim/faults", "{\"target\":\"telegram\",\"kind\":\"status\"}")
                        .status())
                .isEqualTo(400);
        assertThat(world.post("/sim/faults", "{\"target\":\"whatsapp\",\"kind\":\"sulk\"}")
                        .status())
                .isEqualTo(400);
    }

    private static void order(String fault) {
        assertThat(world.post("/sim/faults", fault).status()).isEqualTo(201);
    }

    private HttpRequest.Builder sendRequest() {
        return world.request(
                        "/v23.0/" + World.NUMBER + "/messages", "Authorization", "Bearer inkstream-dev-access-token")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(text(phone, "hi"))));
    }
}
