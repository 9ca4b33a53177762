package io.inkstream.simulator.contract;

import static io.inkstream.simulator.contract.Fixture.assertSameShape;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.simulator.World;
import io.inkstream.simulator.World.Answered;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** Stripe as the studio calls it, beside a studio that takes its events. */
abstract class StripeContract {
    static final Instant THEN = Instant.ofEpochSecond(1_790_000_000);

    /** What differs from one session or event to the next. */
    static final List<String> FREE = List.of(
            "id",
            "url",
            "created",
            "metadata",
            "customer_details",
            "payment_intent",
            "charge",
            "due_by",
            "balance_transaction",
            "client_reference_id",
            "expires_at",
            "amount_total",
            "amount_subtotal",
            "request",
            "previous_attributes",
            "reason");

    static World world;
    private int keys;

    @BeforeAll
    static void start() {
        world = World.start(
                "inkstream.simulator.stripe.key=sk_test_placeholder",
                "inkstream.simulator.stripe.webhook-secret=whsec_test_0123456789abcdef",
                "inkstream.simulator.settings.rates=false");
        world.clock().moveTo(Duration.between(Instant.now(), THEN));
    }

    @AfterAll
    static void stop() {
        world.close();
        world.studio().close();
    }

    @BeforeEach
    void forget() {
        world.delete("/sim/faults");
        world.studio().forget();
    }

    /** What the request fixture sends, form-encoded as it says. */
    static Map<String, String> request() {
        var form = new HashMap<String, String>();
        Fixture.of("stripe/create_session_request_form.json")
                .content()
                .path("form")
                .properties()
                .forEach(entry -> form.put(entry.getKey(), entry.getValue().asString()));
        return form;
    }

    Answered create(Map<String, String> form) {
        return create(form, "key-" + getClass().hashCode() + hashCode() + keys++);
    }

    Answered create(Map<String, String> form, String key) {
        return call("/v1/checkout/sessions", form, "Idempotency-Key", key);
    }

    Answered call(String path, Map<String, String> form, String... headers) {
        var encoded = form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(joining("&"));
        return world.call(world.request(path, headers)
                .header("Authorization", "Bearer sk_test_placeholder")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded)));
    }

    static Answered stripe(String path) {
        return world.get(path, "Authorization", "Bearer sk_test_placeholder");
    }

    String newSession(String... more) {
        var form = request();
        if (more.length > 0) {
            form.put(more[0], more[1]);
        }
        return create(form).json().path("id").asString();
    }

    String paidIntent() {
        var session = newSession();
        pay(session, Map.of());
        return stripe("/v1/checkout/sessions/" + session)
                .json()
                .path("payment_intent")
                .asString();
    }

    static void pay(String session, Map<String, ?> options) {
        assertThat(world.post("/sim/stripe/sessions/" + session + "/pay", options)
                        .json()
                        .path("ingressStatus")
                        .asInt())
                .isEqualTo(200);
    }

    static List<JsonNode> events() {
        return world.studio().received("/webhooks/stripe").stream()
                .map(received -> received.json())
                .toList();
    }

    static JsonNode event(String type) {
        return events().stream()
                .filter(event -> event.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    static void assertError(Fixture expected, Answered answer) {
        assertThat(answer.status()).isEqualTo(expected.status());
        assertSameShape(expected.body(), answer.json(), List.of("request_log_url"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
