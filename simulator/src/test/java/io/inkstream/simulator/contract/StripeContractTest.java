package io.inkstream.simulator.contract;

import static io.inkstream.simulator.contract.Fixture.assertSameShape;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.simulator.World;
import io.inkstream.simulator.World.Answered;
import io.inkstream.simulator.webhooks.Hmac;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every file of {@code fixtures/stripe} is used by a test of this class: {@link #everyFileIsUsed()} counts. */
class StripeContractTest {
    private static final Set<String> USED = new HashSet<>();
    private static final Instant THEN = Instant.ofEpochSecond(1_790_000_000);
    /** What differs from one session or event to the next. */
    private static final List<String> FREE = List.of(
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

    private static World world;
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
    static void everyFileIsUsed() {
        world.close();
        world.studio().close();
        assertThat(USED).containsExactlyInAnyOrderElementsOf(Fixture.namesIn("stripe"));
    }

    @BeforeEach
    void forget() {
        world.delete("/sim/faults");
        world.studio().forget();
    }

    @Test
    void createSession_isAnsweredAsStripeDoes() {
        var answer = create(request());

        assertThat(answer.status()).isEqualTo(200);
        assertSameShape(use("create_session_response.json").content(), answer.json(), FREE);
        assertThat(answer.json().path("metadata").path("booking_id").asString()).isEqualTo("bk_01HZX4");
        assertThat(answer.json().path("amount_total").asInt()).isEqualTo(1000);
        assertThat(answer.json().path("expires_at").asLong()).isEqualTo(1_790_001_860);
    }

    @Test
    void signature_isThatOfTheVectors() {
        var vectors = use("signature_vectors.json").content();
        var body = vectors.path("body").asString();

        world.post("/sim/stripe/raw", body);

        var webhook = world.studio().received("/webhooks/stripe").getFirst();
        assertThat(webhook.body()).isEqualTo(body);
        var header = webhook.header("Stripe-signature");
        var seconds = header.replaceFirst("^t=(\\d+),.*", "$1");
        var signed = Hmac.sha256Hex(
                vectors.path("secret").asString(), (seconds + "." + body).getBytes(StandardCharsets.UTF_8));
        assertThat(header).isEqualTo("t=" + seconds + ",v1=" + signed);
        assertThat(Long.parseLong(seconds)).isBetween(THEN.getEpochSecond(), THEN.getEpochSecond() + 600);
        var valid = vectors.path("vectors").get(0);
        assertThat("t=1790000000,v1="
                        + Hmac.sha256Hex(
                                vectors.path("secret").asString(),
                                ("1790000000." + body).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(valid.path("header").asString());
    }

    @Test
    void paid_tellsTheStudioAndPaidAgainRepeatsTheSameEvent() {
        var session = newSession();
        pay(session, Map.of());
        pay(session, Map.of());

        var events = events();
        assertSameShape(use("checkout_session_completed_paid.json").content(), events.getFirst(), FREE);
        assertThat(events).hasSize(2);
        assertThat(events.get(1)).isEqualTo(events.get(0));
        assertThat(use("checkout_session_completed_paid_redelivery.json")
                        .content()
                        .path("id"))
                .isEqualTo(Fixture.of("stripe/checkout_session_completed_paid.json")
                        .content()
                        .path("id"));
    }

    @Test
    void delayedMethod_completesUnpaidAndSettlesLater() {
        var arriving = newSession("payment_method_types[0]", "bacs_debit");
        pay(arriving, Map.of("paymentStatus", "unpaid"));
        world.post("/sim/stripe/sessions/" + arriving + "/settle", Map.of());
        var failing = newSession("payment_method_types[0]", "bacs_debit");
        pay(failing, Map.of("paymentStatus", "unpaid"));
        world.post("/sim/stripe/sessions/" + failing + "/settle", Map.of("arrived", false));

        var events = events();
        assertSameShape(use("checkout_session_completed_unpaid.json").content(), events.get(0), FREE);
        assertSameShape(use("checkout_session_async_payment_succeeded.json").content(), events.get(1), FREE);
        assertSameShape(
                withCustomer(use("checkout_session_async_payment_failed.json").content()), events.get(3), FREE);
    }

    @Test
    void otherSum_isWhatArrives() {
        var session = newSession();

        pay(session, Map.of("amountTotal", 1, "currency", "usd"));

        var expected = withCustomer(
                use("checkout_session_completed_amount_mismatch.json").content());
        assertSameShape(expected, events().getFirst(), FREE);
        assertThat(events().getFirst().at("/data/object/amount_total").asInt()).isEqualTo(1);
    }

    @Test
    void expired_isToldOnceTheTimeIsOver() {
        var session = newSession();

        world.post("/sim/stripe/sessions/" + session + "/expire", Map.of());

        assertSameShape(use("checkout_session_expired.json").content(), events().getFirst(), FREE);
        assertThat(stripe("/v1/checkout/sessions/" + session).json().path("url").isNull())
                .isTrue();
    }

    @Test
    void declinedCard_leavesTheSessionOpen() {
        var session = newSession();

        world.post("/sim/stripe/sessions/" + session + "/decline", Map.of());

        assertSameShape(
                use("payment_intent_payment_failed.json").content(), events().getFirst(), with(FREE, "latest_charge"));
        assertThat(stripe("/v1/checkout/sessions/" + session)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void refund_isToldAndMayBounce() {
        var intent = paidIntent();
        world.studio().forget();

        var refund = call("/v1/refunds", Map.of("payment_intent", intent, "metadata[booking_id]", "bk_01HZX4"));
        await().until(() -> world.studio().received().size() == 2);
        world.post("/sim/stripe/refunds/" + refund.json().path("id").asString() + "/fail", Map.of());

        assertSameShape(withReason(use("refund_created.json").content()), event("refund.created"), FREE);
        assertSameShape(withoutDescription(use("charge_refunded_full.json").content()), event("charge.refunded"), FREE);
        assertSameShape(withReason(use("refund_failed.json").content()), event("refund.failed"), FREE);
        assertThat(call("/v1/refunds", Map.of("payment_intent", intent))
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("charge_already_refunded");
    }

    @Test
    void dispute_isOpenedAndLost() {
        var session = newSession();
        pay(session, Map.of());
        world.studio().forget();

        var opened = world.post("/sim/stripe/sessions/" + session + "/dispute", Map.of());
        world.post("/sim/stripe/disputes/" + opened.json().path("objectId").asString() + "/close", Map.of());

        assertSameShape(use("charge_dispute_created.json").content(), event("charge.dispute.created"), FREE);
        assertSameShape(use("charge_dispute_closed_lost.json").content(), event("charge.dispute.closed"), FREE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout_session_completed_no_payment_required.json",
                "checkout_session_completed_unknown_booking.json",
                "checkout_session_completed_livemode.json",
                "checkout_session_completed_old_api_version.json",
                "unknown_event_type.json"
            })
    void eventsThatNoCallMakes_areDeliveredAsTheyAre(String file) {
        var event = use(file).content().toString();

        var answer = world.post("/sim/stripe/raw", event);

        assertThat(answer.json().path("ingressStatus").asInt()).isEqualTo(200);
        assertThat(world.studio().received("/webhooks/stripe").getFirst().body())
                .isEqualTo(event);
    }

    @Test
    void eventsOutOfOrder_areDeliveredInTheOrderGiven() {
        var pair = use("out_of_order_pair.json").content().path("events");

        pair.forEach(event -> world.post("/sim/stripe/raw", event.toString()));

        assertThat(events()).containsExactlyElementsOf(pair.valueStream().toList());
    }

    @Test
    void expiresAt_whenTooClose_isRefusedAndTheKeyStaysFree() {
        var soon = new HashMap<>(request());
        soon.put("expires_at", String.valueOf(THEN.plusSeconds(900).getEpochSecond()));

        assertError(use("error_400_expires_at.json"), create(soon, "key-soon"));
        assertThat(create(request(), "key-soon").status()).isEqualTo(200);
    }

    @Test
    void sameKey_replaysTheFirstAnswerAndRefusesOtherParameters() {
        var first = create(request(), "key-same");
        var again = create(request(), "key-same");
        var other = new HashMap<>(request());
        other.put("line_items[0][price_data][unit_amount]", "2000");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.response().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertError(use("error_400_idempotency.json"), create(other, "key-same"));
    }

    @Test
    void sameKey_whileTheFirstIsUnderway_isInUse() throws Exception {
        world.post("/sim/faults", Map.of("target", "stripe", "kind", "delay", "delayMs", 700, "times", 1));
        var first = CompletableFuture.supplyAsync(() -> create(request(), "key-busy"));
        await().until(() -> world.get("/sim/faults").json().isEmpty());

        var second = create(request(), "key-busy");

        var expected = use("error_409_idempotency_in_use.json");
        assertError(expected, second);
        assertThat(second.response().headers().firstValue("Stripe-Should-Retry"))
                .contains(expected.content().at("/headers/Stripe-Should-Retry").asString());
        assertThat(first.get().status()).isEqualTo(200);
    }

    @Test
    void error500_isStoredForItsKey() {
        world.post("/sim/faults", Map.of("target", "stripe", "kind", "status", "status", 500, "times", 1));

        assertError(use("error_500.json"), create(request(), "key-500"));
        assertError(use("error_500.json"), create(request(), "key-500"));
        assertThat(create(request(), "key-500#2").status()).isEqualTo(200);
    }

    @Test
    void error429_isNotStored() {
        world.post("/sim/faults", Map.of("target", "stripe", "kind", "status", "status", 429, "times", 1));

        assertError(use("error_429.json"), create(request(), "key-429"));
        assertThat(create(request(), "key-429").status()).isEqualTo(200);
    }

    @Test
    void error401_isMadeByAWrongKey() {
        var answer = world.get("/v1/checkout/sessions/cs_x", "Authorization", "Bearer sk_test_older");

        assertError(use("error_401.json"), answer);
    }

    /** What the request fixture sends, form-encoded as it says. */
    private static Map<String, String> request() {
        var form = new HashMap<String, String>();
        use("create_session_request_form.json")
                .content()
                .path("form")
                .properties()
                .forEach(entry -> form.put(entry.getKey(), entry.getValue().asString()));
        return form;
    }

    private Answered create(Map<String, String> form) {
        return create(form, "key-" + getClass().hashCode() + hashCode() + keys++);
    }

    private Answered create(Map<String, String> form, String key) {
        return call("/v1/checkout/sessions", form, "Idempotency-Key", key);
    }

    private Answered call(String path, Map<String, String> form, String... headers) {
        var encoded = form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(joining("&"));
        return world.call(world.request(path, headers)
                .header("Authorization", "Bearer sk_test_placeholder")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded)));
    }

    private static Answered stripe(String path) {
        return world.get(path, "Authorization", "Bearer sk_test_placeholder");
    }

    private String newSession(String... more) {
        var form = request();
        if (more.length > 0) {
            form.put(more[0], more[1]);
        }
        return create(form).json().path("id").asString();
    }

    private String paidIntent() {
        var session = newSession();
        pay(session, Map.of());
        return stripe("/v1/checkout/sessions/" + session)
                .json()
                .path("payment_intent")
                .asString();
    }

    private static void pay(String session, Map<String, ?> options) {
        assertThat(world.post("/sim/stripe/sessions/" + session + "/pay", options)
                        .json()
                        .path("ingressStatus")
                        .asInt())
                .isEqualTo(200);
    }

    private static List<JsonNode> events() {
        return world.studio().received("/webhooks/stripe").stream()
                .map(received -> received.json())
                .toList();
    }

    private static JsonNode event(String type) {
        return events().stream()
                .filter(event -> event.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** The samples leave the customer out where nobody needs it; ours has always paid as somebody. */
    private static JsonNode withCustomer(JsonNode event) {
        var paid = Fixture.of("stripe/checkout_session_completed_paid.json").content();
        ((ObjectNode) event.at("/data/object")).set("customer_details", paid.at("/data/object/customer_details"));
        return event;
    }

    /** Stripe shows the reason of a refund as null when none was given. */
    private static JsonNode withReason(JsonNode event) {
        ((ObjectNode) event.at("/data/object")).putNull("reason");
        return event;
    }

    /** Nobody describes a charge of a checkout session. */
    private static JsonNode withoutDescription(JsonNode event) {
        ((ObjectNode) event.at("/data/object")).putNull("description");
        return event;
    }

    private static List<String> with(List<String> fields, String more) {
        var all = new ArrayList<>(fields);
        all.add(more);
        return all;
    }

    private static void assertError(Fixture expected, Answered answer) {
        assertThat(answer.status()).isEqualTo(expected.status());
        assertSameShape(expected.body(), answer.json(), List.of("request_log_url"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Fixture use(String file) {
        USED.add(file);
        return Fixture.of("stripe/" + file);
    }
}
