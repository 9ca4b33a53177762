package io.inkstream.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.payment.PaymentEvent;
import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's events through the real service to the topic they belong on. */
class StripeWebhookIT {
    private static final String KEY = "studio/447700900123";

    private final RunningIngress ingress = RunningIngress.shared();

    @ParameterizedTest
    @CsvSource({
        "checkout_session_completed_paid, checkout.session.completed, paid, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "checkout_session_completed_unpaid, checkout.session.completed, unpaid, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "checkout_session_completed_no_payment_required, checkout.session.completed, no_payment_required, 0, ",
        "checkout_session_completed_amount_mismatch, checkout.session.completed, paid, 1, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "checkout_session_completed_old_api_version, checkout.session.completed, paid, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "checkout_session_expired, checkout.session.expired, unpaid, 1000, ",
        "checkout_session_async_payment_succeeded, checkout.session.async_payment_succeeded, paid, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "checkout_session_async_payment_failed, checkout.session.async_payment_failed, unpaid, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "charge_refunded_full, charge.refunded, succeeded, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "refund_created, refund.created, succeeded, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "refund_failed, refund.failed, failed, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "payment_intent_payment_failed, payment_intent.payment_failed, requires_payment_method, 1000, pi_1PgafyB7WZ01zgkWSjxsAJo3"
    })
    void event_withOurMetadata_goesToItsConversation(
            String fixture, String type, String status, long amount, String paymentIntent) {
        var body = withOurMetadata(fixture);
        var correlationId = UUID.randomUUID().toString();

        var response = ingress.stripe(body, correlationId);

        assertThat(response.statusCode()).isEqualTo(200);
        var found = ingress.published().of(correlationId);
        assertThat(found).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topics.PAYMENTS.name());
            assertThat(record.key()).isEqualTo(KEY);
        });
        var event = (PaymentEvent) found.getFirst().value();
        var sent = Json.tree(body);
        assertThat(event.id()).isEqualTo(sent.path("id").asString());
        assertThat(event.event()).isEqualTo(type);
        assertThat(event.studio()).isEqualTo("studio");
        assertThat(event.conversationKey()).isEqualTo(KEY);
        assertThat(event.leadId()).isEqualTo("lead-1");
        assertThat(event.objectId())
                .isEqualTo(sent.path("data").path("object").path("id").asString());
        assertThat(event.paymentIntentId()).isEqualTo(paymentIntent);
        assertThat(event.paymentStatus()).isEqualTo(status);
        assertThat(event.amountMinor()).isEqualTo(amount);
        assertThat(event.liveMode()).isFalse();
        assertThat(event.createdAt())
                .isEqualTo(Instant.ofEpochSecond(sent.path("created").asLong()));
        assertThat(event.raw()).isEqualTo(new String(body, UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "checkout_session_completed_unknown_booking, pi_1PgafyB7WZ01zgkWother0001",
        "charge_dispute_created, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "charge_dispute_closed_lost, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "charge_refunded_full, pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "unknown_event_type, card_payments"
    })
    void event_withoutOurMetadata_waitsUnderItsPaymentIntent(String fixture, String key) {
        var correlationId = UUID.randomUUID().toString();

        var response = ingress.stripe(Fixtures.stripe(fixture), correlationId);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ingress.published().of(correlationId)).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topics.PAYMENTS_UNMATCHED.name());
            assertThat(record.key()).isEqualTo(key);
            assertThat(((PaymentEvent) record.value()).conversationKey()).isNull();
        });
    }

    @Test
    void event_sentAgain_isTheSameRecordAgain() {
        var first = UUID.randomUUID().toString();
        var second = UUID.randomUUID().toString();

        ingress.stripe(withOurMetadata("checkout_session_completed_paid"), first);
        ingress.stripe(withOurMetadata("checkout_session_completed_paid_redelivery"), second);

        assertThat(ingress.published().of(first, Topics.PAYMENTS).getFirst().id())
                .isEqualTo(ingress.published()
                        .of(second, Topics.PAYMENTS)
                        .getFirst()
                        .id());
    }

    @Test
    void event_ofTheOtherMode_isRefusedAndLeavesNothing() {
        var correlationId = UUID.randomUUID().toString();

        var response = ingress.stripe(Fixtures.stripe("checkout_session_completed_livemode"), correlationId);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("wrong_mode");
        assertThat(ingress.published().of(correlationId)).isEmpty();
    }

    @Test
    void signature_whenTheBusinessClockMoves_isJudgedByIt() {
        var body = Fixtures.stripe("unknown_event_type");
        var clock = ingress.clock();
        var before = clock.offset();
        try {
            clock.moveTo(before.plusHours(36));

            var signedByBusinessClock = ingress.stripe(body, "moved");
            var signedByRealClock = ingress.send(ingress.post("/webhooks/stripe", body)
                    .header(
                            "Stripe-Signature",
                            Signing.stripe(Signing.STRIPE_SECRET, RunningIngress.FIXTURE_TIME, body))
                    .build());

            assertThat(signedByBusinessClock.statusCode()).isEqualTo(200);
            assertThat(signedByRealClock.statusCode()).isEqualTo(401);
        } finally {
            clock.moveTo(before);
        }
    }

    @Test
    void event_withoutASignature_isRefused() {
        var body = Fixtures.stripe("unknown_event_type");
        var late = RunningIngress.FIXTURE_TIME.minus(Duration.ofHours(1));

        var unsigned = ingress.send(ingress.post("/webhooks/stripe", body).build());
        var old = ingress.send(ingress.post("/webhooks/stripe", body)
                .header("Stripe-Signature", Signing.stripe(Signing.STRIPE_SECRET, late, body))
                .build());

        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(old.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"id\":\"evt_1\",\"object\":\"v2.core.event\",\"type\":\"x\"}", "null", "7"})
    void body_thatIsSignedButNoEvent_isKeptAsUnroutable(String body) {
        var correlationId = UUID.randomUUID().toString();

        var response = ingress.stripe(body.getBytes(UTF_8), correlationId);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ingress.published().of(correlationId, Topics.UNROUTABLE))
                .singleElement()
                .satisfies(unroutable -> assertThat(unroutable.raw()).isEqualTo(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"id\":\"evt_1\"} trailing"})
    void body_thatIsSignedButNotJson_isABadRequest(String body) {
        assertThat(ingress.stripe(body.getBytes(UTF_8), "bad-json").statusCode())
                .isEqualTo(400);
    }

    @Test
    void body_largerThanAnyEvent_isTooLarge() {
        var body = (" ".repeat(256 * 1024) + "{}").getBytes(UTF_8);

        assertThat(ingress.stripe(body, "large").statusCode()).isEqualTo(413);
    }

    /** The samples are of another system: its ids are replaced by what our sender writes. */
    private static byte[] withOurMetadata(String fixture) {
        var event = (ObjectNode) Json.tree(Fixtures.stripe(fixture));
        var object = (ObjectNode) event.path("data").path("object");
        object.putObject("metadata")
                .put("conversation_key", KEY)
                .put("lead_id", "lead-1")
                .put("studio", "studio");
        return Json.write(event);
    }
}
