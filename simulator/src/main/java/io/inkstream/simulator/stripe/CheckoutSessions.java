package io.inkstream.simulator.stripe;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Checkout sessions: open until they are paid or expire. */
@Component
final class CheckoutSessions {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration USUAL_LIFE = Duration.ofHours(24);
    private static final int ID_LENGTH = 56;
    private static final int PAYMENT_ID_LENGTH = 24;

    static final String COMPLETED = "checkout.session.completed";
    static final String EXPIRED = "checkout.session.expired";

    private final StripeObjects objects;
    private final StripeEvents events;
    private final StripeProperties properties;
    private final BusinessClock clock;

    CheckoutSessions(StripeObjects objects, StripeEvents events, StripeProperties properties, BusinessClock clock) {
        this.objects = objects;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    Answer create(StripeForm form) {
        var problem = SessionRules.check(form, clock.instant());
        if (problem.isPresent()) {
            return problem.get().answer();
        }
        var session = open(form);
        objects.put(details(session, form));
        objects.put(session);
        return Answer.json(200, session);
    }

    private ObjectNode open(StripeForm form) {
        var now = clock.instant().getEpochSecond();
        var id = StripeObjects.newId("cs_test_a1", ID_LENGTH);
        var amount = amount(form);
        var session = JSON.createObjectNode();
        session.put("id", id);
        session.put("object", StripeObjects.SESSION);
        session.put("amount_subtotal", amount);
        session.put("amount_total", amount);
        session.put("cancel_url", form.text("cancel_url").orElse(null));
        session.put("client_reference_id", form.text("client_reference_id").orElse(null));
        session.put("created", now);
        session.put("currency", form.text("line_items[0][price_data][currency]").orElse("gbp"));
        session.putNull("customer");
        session.putNull("customer_details");
        session.put("customer_email", form.text("customer_email").orElse(null));
        session.put("expires_at", form.number("expires_at").orElse(now + USUAL_LIFE.toSeconds()));
        session.put("livemode", false);
        putMetadata(session, form, "metadata");
        session.put("mode", "payment");
        session.putNull("payment_intent");
        var methods = session.putArray("payment_method_types");
        form.under("payment_method_types").values().forEach(methods::add);
        if (methods.isEmpty()) {
            methods.add("card");
        }
        session.put("payment_status", "unpaid");
        session.put("status", "open");
        session.put("success_url", form.text("success_url").orElseThrow());
        session.put("ui_mode", form.text("ui_mode").orElse("hosted_page"));
        session.put("url", properties.publicUrl() + "/c/pay/" + id);
        return session;
    }

    private static ObjectNode details(ObjectNode session, StripeForm form) {
        var details = JSON.createObjectNode();
        details.put("id", detailsId(session.path("id").asString()));
        details.put("object", StripeObjects.DETAILS);
        details.put(
                "product",
                form.text("line_items[0][price_data][product_data][name]").orElse(""));
        putMetadata(details, form, "payment_intent_data[metadata]");
        return details;
    }

    private static void putMetadata(ObjectNode object, StripeForm form, String name) {
        var metadata = object.putObject("metadata");
        form.under(name).forEach(metadata::put);
    }

    private static String detailsId(String sessionId) {
        return "details_" + sessionId;
    }

    private static long amount(StripeForm form) {
        var total = 0L;
        for (var index = 0; form.has("line_items[" + index + "][quantity]"); index++) {
            var item = "line_items[" + index + "]";
            total += form.number(item + "[quantity]").orElse(0)
                    * form.number(item + "[price_data][unit_amount]").orElse(0);
        }
        return total;
    }

    Optional<ObjectNode> find(String id) {
        return objects.find(StripeObjects.SESSION, id);
    }

    /** Oldest first. */
    List<ObjectNode> all() {
        return objects.all(StripeObjects.SESSION);
    }

    String product(String sessionId) {
        return objects.find(StripeObjects.DETAILS, detailsId(sessionId))
                .map(details -> details.path("product").asString())
                .orElse("");
    }

    /** Ends an open session; the event about it, empty when it is not open. */
    synchronized Optional<ObjectNode> expire(String id) {
        var session = find(id).filter(CheckoutSessions::isOpen).orElse(null);
        if (session == null) {
            return Optional.empty();
        }
        session.put("status", "expired");
        session.putNull("url");
        objects.put(session);
        return Optional.of(events.happened(EXPIRED, session));
    }

    /** Ends all open sessions whose time is over; the events about them. */
    synchronized List<ObjectNode> expireDue() {
        var now = clock.instant().getEpochSecond();
        return all().stream()
                .filter(session -> isOpen(session) && session.path("expires_at").asLong() <= now)
                .flatMap(session -> expire(session.path("id").asString()).stream())
                .toList();
    }

    /**
     * How somebody pays.
     *
     * @param settled false: a delayed method, the money comes later or never
     * @param amount what arrives; normally what was asked
     */
    record Payment(boolean settled, long amount, String currency) {}

    /** Completes the session, also an expired one: the payment was in flight. The event about it; paid again: the same. */
    synchronized ObjectNode pay(ObjectNode session, Payment payment) {
        var id = session.path("id").asString();
        if (session.path("status").asString().equals("complete")) {
            return events.last(COMPLETED, id).orElseGet(() -> events.happened(COMPLETED, session));
        }
        var intent = intent(session, payment);
        objects.put(intent);
        session.put("amount_total", payment.amount());
        session.put("currency", payment.currency());
        session.put("payment_intent", intent.path("id").asString());
        session.put("payment_status", payment.settled() ? "paid" : "unpaid");
        session.put("status", "complete");
        session.putNull("url");
        session.set("customer_details", customer());
        objects.put(session);
        return events.happened(COMPLETED, session);
    }

    /** The money of a delayed method came, or did not. */
    synchronized ObjectNode settle(ObjectNode session, boolean arrived) {
        session.put("payment_status", arrived ? "paid" : "unpaid");
        objects.put(session);
        objects.find(StripeObjects.INTENT, session.path("payment_intent").asString())
                .ifPresent(intent -> {
                    intent.put("status", arrived ? "succeeded" : "requires_payment_method");
                    intent.put(
                            "amount_received", arrived ? intent.path("amount").asLong() : 0);
                    objects.put(intent);
                });
        return events.happened(
                arrived ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed",
                session);
    }

    private ObjectNode intent(ObjectNode session, Payment payment) {
        var chargeId = StripeObjects.newId("ch_1", PAYMENT_ID_LENGTH);
        var intent = JSON.createObjectNode();
        intent.put("id", StripeObjects.newId("pi_1", PAYMENT_ID_LENGTH));
        intent.put("object", StripeObjects.INTENT);
        intent.put("amount", payment.amount());
        intent.put("amount_received", payment.settled() ? payment.amount() : 0);
        intent.put("currency", payment.currency());
        intent.put("created", clock.instant().getEpochSecond());
        intent.put("latest_charge", chargeId);
        intent.put("livemode", false);
        intent.set("metadata", intentMetadata(session.path("id").asString()));
        intent.put("status", payment.settled() ? "succeeded" : "processing");
        objects.put(charge(chargeId, intent, payment));
        return intent;
    }

    private ObjectNode charge(String id, ObjectNode intent, Payment payment) {
        var charge = JSON.createObjectNode();
        charge.put("id", id);
        charge.put("object", StripeObjects.CHARGE);
        charge.put("amount", payment.amount());
        charge.put("amount_captured", payment.amount());
        charge.put("amount_refunded", 0);
        charge.put("balance_transaction", StripeObjects.newId("txn_1", PAYMENT_ID_LENGTH));
        charge.put("captured", true);
        charge.put("created", clock.instant().getEpochSecond());
        charge.put("currency", payment.currency());
        charge.putNull("description");
        charge.put("disputed", false);
        charge.putNull("failure_code");
        charge.put("livemode", false);
        charge.set("metadata", intent.path("metadata").deepCopy());
        charge.put("paid", payment.settled());
        charge.put("payment_intent", intent.path("id").asString());
        charge.putObject("payment_method_details")
                .put("type", "card")
                .putObject("card")
                .put("brand", "visa")
                .put("last4", "4242")
                .put("country", "GB")
                .put("exp_month", 8)
                .put("exp_year", 2030)
                .put("funding", "credit");
        charge.put("refunded", false);
        charge.put("status", payment.settled() ? "succeeded" : "pending");
        return charge;
    }

    /** A card is refused; the session stays open. */
    synchronized ObjectNode decline(ObjectNode session) {
        var intent = JSON.createObjectNode();
        intent.put("id", StripeObjects.newId("pi_1", PAYMENT_ID_LENGTH));
        intent.put("object", StripeObjects.INTENT);
        intent.set("amount", session.path("amount_total"));
        intent.set("currency", session.path("currency"));
        intent.put("created", clock.instant().getEpochSecond());
        intent.put("livemode", false);
        intent.set("metadata", intentMetadata(session.path("id").asString()));
        intent.put("status", "requires_payment_method");
        intent.put("latest_charge", StripeObjects.newId("ch_1", PAYMENT_ID_LENGTH));
        intent.putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", "card_declined")
                .put("decline_code", "insufficient_funds")
                .put("message", "Your card has insufficient funds.");
        objects.put(intent);
        return events.happened("payment_intent.payment_failed", intent);
    }

    private ObjectNode intentMetadata(String sessionId) {
        return objects.find(StripeObjects.DETAILS, detailsId(sessionId))
                .map(details -> (ObjectNode) details.path("metadata"))
                .orElseGet(JSON::createObjectNode);
    }

    private static ObjectNode customer() {
        var customer = JSON.createObjectNode();
        customer.putObject("address")
                .putNull("city")
                .put("country", "GB")
                .putNull("line1")
                .putNull("line2")
                .put("postal_code", "SW1A 1AA")
                .putNull("state");
        customer.put("email", "client@example.invalid");
        customer.put("name", "Sim Client");
        customer.putNull("phone");
        customer.put("tax_exempt", "none");
        customer.putArray("tax_ids");
        return customer;
    }

    static boolean isOpen(ObjectNode session) {
        return session.path("status").asString().equals("open");
    }
}
