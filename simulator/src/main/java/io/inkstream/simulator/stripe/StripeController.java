package io.inkstream.simulator.stripe;

import io.inkstream.simulator.faults.ConnectionBroken;
import io.inkstream.simulator.faults.FaultGate;
import io.inkstream.simulator.faults.Target;
import io.inkstream.simulator.http.Answer;
import io.inkstream.simulator.http.TokenBucket;
import io.inkstream.simulator.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's API under {@code /v1}, as far as deposits need it. */
@RestController
@RequestMapping("/v1")
class StripeController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_KEY = 255;
    private static final int CALLS_PER_SECOND = 25;
    private static final int USUAL_PAGE = 10;
    private static final int REQUEST_ID_LENGTH = 14;

    private final StripeProperties properties;
    private final StripeObjects objects;
    private final CheckoutSessions sessions;
    private final Refunds refunds;
    private final StripeEvents events;
    private final IdempotencyKeys keys;
    private final FaultGate faults;
    private final Settings settings;
    private final TokenBucket rate = new TokenBucket(CALLS_PER_SECOND, CALLS_PER_SECOND, System::nanoTime);
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    StripeController(
            StripeProperties properties,
            StripeObjects objects,
            CheckoutSessions sessions,
            Refunds refunds,
            StripeEvents events,
            IdempotencyKeys keys,
            FaultGate faults,
            Settings settings) {
        this.properties = properties;
        this.objects = objects;
        this.sessions = sessions;
        this.refunds = refunds;
        this.events = events;
        this.keys = keys;
        this.faults = faults;
        this.settings = settings;
    }

    @PreDestroy
    void stop() {
        deliveries.shutdownNow();
    }

    @PostMapping("/checkout/sessions")
    ResponseEntity<byte[]> create(@RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        return write(
                body,
                request,
                form -> troubled(
                        request,
                        Map.of(
                                "operation",
                                "create",
                                "leadId",
                                form.text("client_reference_id").orElse("")),
                        () -> sessions.create(form)));
    }

    @PostMapping("/checkout/sessions/{id}/expire")
    ResponseEntity<byte[]> expire(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        return write(
                body, request, _ -> troubled(request, Map.of("operation", "expire", "session", id), () -> expire(id)));
    }

    private Answer expire(String id) {
        var session = sessions.find(id).orElse(null);
        if (session == null) {
            return StripeError.noSuch("checkout.session", id).answer();
        }
        var event = sessions.expire(id).orElse(null);
        if (event == null) {
            return StripeError.invalid(
                            null,
                            "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                                    + " status of " + session.path("status").asString() + ".",
                            null)
                    .answer();
        }
        tellLater(List.of(event));
        return Answer.json(200, sessions.find(id).orElse(session));
    }

    @PostMapping("/refunds")
    ResponseEntity<byte[]> refund(@RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        return write(body, request, form -> {
            var outcome = refunds.create(form);
            tellLater(outcome.events());
            return outcome.answer();
        });
    }

    @GetMapping("/checkout/sessions/{id}")
    ResponseEntity<byte[]> session(@PathVariable String id, HttpServletRequest request) {
        return read(request, () -> one(StripeObjects.SESSION, "checkout.session", id));
    }

    @GetMapping("/payment_intents/{id}")
    ResponseEntity<byte[]> intent(@PathVariable String id, HttpServletRequest request) {
        return read(request, () -> one(StripeObjects.INTENT, "payment_intent", id));
    }

    @GetMapping("/charges/{id}")
    ResponseEntity<byte[]> charge(@PathVariable String id, HttpServletRequest request) {
        return read(request, () -> one(StripeObjects.CHARGE, "charge", id));
    }

    @GetMapping("/refunds/{id}")
    ResponseEntity<byte[]> refund(@PathVariable String id, HttpServletRequest request) {
        return read(request, () -> one(StripeObjects.REFUND, "refund", id));
    }

    @GetMapping("/checkout/sessions")
    ResponseEntity<byte[]> sessions(@RequestParam Map<String, String> query, HttpServletRequest request) {
        return read(
                request,
                () -> page(StripeObjects.SESSION, "/v1/checkout/sessions", query, List.of("payment_intent", "status")));
    }

    @GetMapping("/refunds")
    ResponseEntity<byte[]> refunds(@RequestParam Map<String, String> query, HttpServletRequest request) {
        return read(
                request, () -> page(StripeObjects.REFUND, "/v1/refunds", query, List.of("payment_intent", "charge")));
    }

    @GetMapping("/events")
    ResponseEntity<byte[]> events(@RequestParam Map<String, String> query, HttpServletRequest request) {
        return read(request, () -> page(StripeObjects.EVENT, "/v1/events", query, List.of("type")));
    }

    @RequestMapping("/**")
    ResponseEntity<byte[]> unknown(HttpServletRequest request) {
        return new StripeError(
                        404,
                        "invalid_request_error",
                        null,
                        "Unrecognized request URL (" + request.getMethod() + ": " + request.getRequestURI() + ").",
                        null)
                .answer()
                .entity();
    }

    @ExceptionHandler(ConnectionBroken.class)
    void nobodyToAnswer() {
        // the connection is closed
    }

    private Answer one(String kind, String name, String id) {
        return objects.find(kind, id)
                .map(object -> Answer.json(200, object))
                .orElseGet(() -> StripeError.noSuch(name, id).answer());
    }

    /** Newest first, filtered by equal fields. */
    private Answer page(String kind, String url, Map<String, String> query, List<String> filters) {
        var matching = objects.all(kind).reversed().stream()
                .filter(object -> filters.stream().allMatch(filter -> matches(object, filter, query)))
                .toList();
        var after = query.get("starting_after");
        var start = after == null ? 0 : indexAfter(matching, after);
        var limit = Integer.parseInt(query.getOrDefault("limit", String.valueOf(USUAL_PAGE)));
        var end = Math.min(matching.size(), start + limit);
        var list = JSON.createObjectNode();
        list.put("object", "list");
        list.putArray("data").addAll(matching.subList(start, end));
        list.put("has_more", end < matching.size());
        list.put("url", url);
        return Answer.json(200, list);
    }

    private static boolean matches(ObjectNode object, String filter, Map<String, String> query) {
        var wanted = query.get(filter);
        return wanted == null || wanted.equals(object.path(filter).asString(""));
    }

    private static int indexAfter(List<ObjectNode> objects, String id) {
        for (var index = 0; index < objects.size(); index++) {
            if (objects.get(index).path("id").asString().equals(id)) {
                return index + 1;
            }
        }
        return objects.size();
    }

    private ResponseEntity<byte[]> read(HttpServletRequest request, Supplier<Answer> work) {
        var refusal = refusal(request);
        return identified(refusal == null ? work.get() : refusal.answer()).entity();
    }

    private ResponseEntity<byte[]> write(
            byte @Nullable [] body, HttpServletRequest request, Function<StripeForm, Answer> work) {
        var refusal = refusal(request);
        if (refusal != null) {
            return identified(refusal.answer()).entity();
        }
        var form = StripeForm.parse(body == null ? "" : new String(body, StandardCharsets.UTF_8));
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return identified(work.apply(form)).entity();
        }
        if (key.length() > LONGEST_KEY) {
            return identified(StripeError.invalid(
                                    null, "Idempotency-Key is too long; the maximum length is 255 characters.", null)
                            .answer())
                    .entity();
        }
        var fingerprint = request.getRequestURI() + '\n' + form.fingerprint();
        return identified(keys.once(key, fingerprint, () -> work.apply(form)).with("Idempotency-Key", key))
                .entity();
    }

    /** The work's result is kept for its key even when the answer is dropped on the way. */
    private Answer troubled(HttpServletRequest request, Map<String, String> about, Supplier<Answer> work) {
        var key = request.getHeader("Idempotency-Key");
        return faults.through(Target.STRIPE, about, StripeError.CATALOGUE, request, () -> {
            var answer = work.get();
            if (key != null) {
                keys.keep(key, answer);
            }
            return answer;
        });
    }

    private @Nullable StripeError refusal(HttpServletRequest request) {
        var key = apiKey(request.getHeader("Authorization"));
        if (key.isEmpty()) {
            return StripeError.noKey();
        }
        if (!key.equals(properties.key())) {
            return StripeError.wrongKey(key);
        }
        return settings.current().rates() && !rate.take() ? StripeError.RATE_LIMIT : null;
    }

    /** Bearer, or basic with the key as user name. */
    private static String apiKey(@Nullable String header) {
        if (header == null) {
            return "";
        }
        if (header.startsWith("Basic ")) {
            var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return pair.replaceFirst(":.*", "");
        }
        return header.startsWith("Bearer ") ? header.substring(7).strip() : "";
    }

    private static Answer identified(Answer answer) {
        return answer.with("Request-Id", StripeObjects.newId("req_", REQUEST_ID_LENGTH));
    }

    private void tellLater(List<ObjectNode> happened) {
        happened.forEach(event -> deliveries.execute(() -> {
            var _ = events.deliver(event);
        }));
    }
}
