package io.inkstream.simulator.stripe;

import io.inkstream.simulator.stripe.CheckoutSessions.Payment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /sim/stripe}: pays, lets expire, disputes; and looks at the sessions. */
@RestController
@RequestMapping("/sim/stripe")
class StripeDrivingController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CheckoutSessions sessions;
    private final Refunds refunds;
    private final StripeEvents events;
    private final StripeObjects objects;

    StripeDrivingController(CheckoutSessions sessions, Refunds refunds, StripeEvents events, StripeObjects objects) {
        this.sessions = sessions;
        this.refunds = refunds;
        this.events = events;
        this.objects = objects;
    }

    @GetMapping("/sessions")
    List<Map<String, Object>> list() {
        return sessions.all().stream().map(this::shown).toList();
    }

    @GetMapping("/sessions/{id}")
    Map<String, Object> one(@PathVariable String id) {
        return shown(session(id));
    }

    /** {@code paymentStatus:"unpaid"} is a delayed method; {@code amountTotal} and {@code currency} make it another sum. */
    @PostMapping("/sessions/{id}/pay")
    Map<String, Object> pay(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode wanted) {
        var session = session(id);
        var options = wanted == null ? JSON.createObjectNode() : wanted;
        var payment = new Payment(
                !options.path("paymentStatus").asString("paid").equals("unpaid"),
                options.path("amountTotal").asLong(session.path("amount_total").asLong()),
                options.path("currency").asString(session.path("currency").asString()));
        return told(id, sessions.pay(session, payment));
    }

    /** An expired one tells its expiry again. */
    @PostMapping("/sessions/{id}/expire")
    Map<String, Object> expire(@PathVariable String id) {
        session(id);
        var event = sessions.expire(id)
                .or(() -> events.last(CheckoutSessions.EXPIRED, id))
                .orElseThrow(() -> new IllegalStateException("the session is paid"));
        return told(id, event);
    }

    /** The client's card is refused; the session stays open. */
    @PostMapping("/sessions/{id}/decline")
    Map<String, Object> decline(@PathVariable String id) {
        return told(id, sessions.decline(session(id)));
    }

    /** The money of a delayed method arrives ({@code arrived:false}: it does not). */
    @PostMapping("/sessions/{id}/settle")
    Map<String, Object> settle(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode wanted) {
        var arrived = wanted == null || wanted.path("arrived").asBoolean(true);
        return told(id, sessions.settle(session(id), arrived));
    }

    @PostMapping("/sessions/{id}/dispute")
    Map<String, Object> dispute(@PathVariable String id) {
        var intent = session(id).path("payment_intent").asString("");
        return told(
                id, refunds.dispute(intent).orElseThrow(() -> new IllegalStateException("the session is not paid")));
    }

    @PostMapping("/disputes/{id}/close")
    Map<String, Object> closeDispute(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode wanted) {
        var won = wanted != null && wanted.path("won").asBoolean(false);
        return told(id, refunds.closeDispute(id, won).orElseThrow());
    }

    @PostMapping("/refunds/{id}/fail")
    Map<String, Object> failRefund(@PathVariable String id) {
        return told(id, refunds.fail(id).orElseThrow());
    }

    @GetMapping("/events")
    List<ObjectNode> events() {
        return objects.all(StripeObjects.EVENT);
    }

    /** Delivers the bytes as they are, signed, and repeats them as any webhook. */
    @PostMapping("/raw")
    Map<String, Object> raw(@RequestBody byte[] body) {
        return Map.of("ingressStatus", events.deliverRaw(body).status());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unknown(NoSuchElementException problem) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("error", "there is no such object"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(IllegalStateException problem) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", String.valueOf(problem.getMessage())));
    }

    private ObjectNode session(String id) {
        return sessions.find(id).orElseThrow();
    }

    private Map<String, Object> told(String id, ObjectNode event) {
        var delivery = events.deliver(event);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id);
        answer.put("eventId", event.path("id").asString());
        answer.put("eventType", event.path("type").asString());
        answer.put("objectId", event.at("/data/object/id").asString());
        answer.put("ingressStatus", delivery.status());
        return answer;
    }

    private Map<String, Object> shown(ObjectNode session) {
        var shown = new LinkedHashMap<String, Object>();
        var id = session.path("id").asString();
        shown.put("id", id);
        shown.put("clientReferenceId", session.path("client_reference_id"));
        shown.put("status", session.path("status"));
        shown.put("paymentStatus", session.path("payment_status"));
        shown.put("amountTotal", session.path("amount_total"));
        shown.put("currency", session.path("currency"));
        shown.put("url", session.path("url"));
        shown.put(
                "expiresAt",
                Instant.ofEpochSecond(session.path("expires_at").asLong()).toString());
        shown.put(
                "createdAt",
                Instant.ofEpochSecond(session.path("created").asLong()).toString());
        shown.put("paymentIntent", session.path("payment_intent"));
        shown.put("product", sessions.product(id));
        shown.put("metadata", session.path("metadata"));
        shown.put("successUrl", session.path("success_url"));
        shown.put("cancelUrl", session.path("cancel_url"));
        return shown;
    }
}
