package io.inkstream.simulator.contract;

import static io.inkstream.simulator.contract.Fixture.assertSameShape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.simulator.webhooks.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every recorded event of Stripe, made by the fake or delivered by it as it is. */
class StripeEventsContractTest extends StripeContract {
    private static final UsedFixtures FILES =
            new UsedFixtures("stripe", file -> !StripeRequestsContractTest.isOfARequest(file));

    @AfterAll
    static void everyFileIsUsed() {
        FILES.mustBeAll();
    }

    @Test
    void signature_isThatOfTheVectors() {
        var vectors = FILES.use("signature_vectors.json").content();
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
        assertSameShape(FILES.use("checkout_session_completed_paid.json").content(), events.getFirst(), FREE);
        assertThat(events).hasSize(2);
        assertThat(events.get(1)).isEqualTo(events.get(0));
        assertThat(FILES.use("checkout_session_completed_paid_redelivery.json")
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
        assertSameShape(FILES.use("checkout_session_completed_unpaid.json").content(), events.get(0), FREE);
        assertSameShape(
                FILES.use("checkout_session_async_payment_succeeded.json").content(), events.get(1), FREE);
        assertSameShape(
                withCustomer(
                        FILES.use("checkout_session_async_payment_failed.json").content()),
                events.get(3),
                FREE);
    }

    @Test
    void otherSum_isWhatArrives() {
        var session = newSession();

        pay(session, Map.of("amountTotal", 1, "currency", "usd"));

        var expected = withCustomer(
                FILES.use("checkout_session_completed_amount_mismatch.json").content());
        assertSameShape(expected, events().getFirst(), FREE);
        assertThat(events().getFirst().at("/data/object/amount_total").asInt()).isEqualTo(1);
    }

    @Test
    void expired_isToldOnceTheTimeIsOver() {
        var session = newSession();

        world.post("/sim/stripe/sessions/" + session + "/expire", Map.of());

        assertSameShape(FILES.use("checkout_session_expired.json").content(), events().getFirst(), FREE);
        assertThat(stripe("/v1/checkout/sessions/" + session).json().path("url").isNull())
                .isTrue();
    }

    @Test
    void declinedCard_leavesTheSessionOpen() {
        var session = newSession();

        world.post("/sim/stripe/sessions/" + session + "/decline", Map.of());

        assertSameShape(
                FILES.use("payment_intent_payment_failed.json").content(),
                events().getFirst(),
                with(FREE, "latest_charge"));
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

        assertSameShape(withReason(FILES.use("refund_created.json").content()), event("refund.created"), FREE);
        assertSameShape(
                withoutDescription(FILES.use("charge_refunded_full.json").content()), event("charge.refunded"), FREE);
        assertSameShape(withReason(FILES.use("refund_failed.json").content()), event("refund.failed"), FREE);
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

        assertSameShape(FILES.use("charge_dispute_created.json").content(), event("charge.dispute.created"), FREE);
        assertSameShape(FILES.use("charge_dispute_closed_lost.json").content(), event("charge.dispute.closed"), FREE);
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
        var event = FILES.use(file).content().toString();

        var answer = world.post("/sim/stripe/raw", event);

        assertThat(answer.json().path("ingressStatus").asInt()).isEqualTo(200);
        assertThat(world.studio().received("/webhooks/stripe").getFirst().body())
                .isEqualTo(event);
    }

    @Test
    void eventsOutOfOrder_areDeliveredInTheOrderGiven() {
        var pair = FILES.use("out_of_order_pair.json").content().path("events");

        pair.forEach(event -> world.post("/sim/stripe/raw", event.toString()));

        assertThat(events()).containsExactlyElementsOf(pair.valueStream().toList());
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
}
