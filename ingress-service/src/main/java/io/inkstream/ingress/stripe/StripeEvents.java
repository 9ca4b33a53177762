package io.inkstream.ingress.stripe;

import io.inkstream.ingress.http.Answer;
import io.inkstream.ingress.http.Refused;
import io.inkstream.ingress.publish.Outgoing;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.inbound.Unroutable;
import io.inkstream.schemas.payment.PaymentEvent;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns an event into its record, from the raw fields: whatever API version rendered it. With our metadata it goes to
 * its conversation, without to {@code pay.unmatched.v1}, where the sender looks its payment intent up; also event types
 * that nobody here handles end there, so that each leaves a trace.
 */
final class StripeEvents {
    private static final int DEPTH_MAX = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .build();

    private final boolean liveMode;
    private final Clock clock;

    StripeEvents(boolean liveMode, Clock clock) {
        this.liveMode = liveMode;
        this.clock = clock;
    }

    /** Throws {@link Refused} for what is not JSON, and for an event of the other mode. */
    List<Outgoing> records(byte[] body) throws Refused {
        var event = tree(body);
        var raw = new String(body, StandardCharsets.UTF_8);
        var id = text(event, "id");
        var type = text(event, "type");
        var object = event.path("data").path("object");
        if (id == null || type == null || !"event".equals(text(event, "object")) || !object.isObject()) {
            return List.of(notAnEvent(raw));
        }
        if (event.path("livemode").asBoolean(false) != liveMode) {
            throw new Refused(Answer.WRONG_MODE);
        }
        return List.of(record(id, type, event, object, raw));
    }

    private Outgoing record(String id, String type, JsonNode event, JsonNode object, String raw) {
        var metadata = object.path("metadata");
        var key = conversationKey(metadata);
        var studio = key == null ? text(metadata, "studio") : key.substring(0, key.indexOf('/'));
        var leadId = text(metadata, "lead_id");
        var intent = paymentIntent(object);
        var payment = new PaymentEvent(
                id,
                clock.instant(),
                type,
                studio,
                key,
                leadId == null ? text(object, "client_reference_id") : leadId,
                text(object, "id"),
                intent,
                status(object),
                amount(object),
                text(object, "currency"),
                liveMode,
                createdAt(event),
                raw);
        if (key != null) {
            return Outgoing.of(Topics.PAYMENTS, key, payment, studio);
        }
        return Outgoing.of(Topics.PAYMENTS_UNMATCHED, intent == null ? payment.objectId() : intent, payment, studio);
    }

    /** Signed by Stripe, but no snapshot event: kept, so that somebody sees the endpoint is registered wrongly. */
    private Outgoing notAnEvent(String raw) {
        var id = Ids.derived(raw, "unroutable:stripe", 0);
        var unroutable = new Unroutable(
                id, clock.instant(), null, Unroutable.Reason.OTHER_PRODUCT, "not a Stripe snapshot event", raw);
        return Outgoing.of(Topics.UNROUTABLE, null, unroutable, null);
    }

    /** Ours is {@code <studio>/<address>}; anything else in its place is somebody else's. */
    private static @Nullable String conversationKey(JsonNode metadata) {
        var key = text(metadata, "conversation_key");
        int slash = key == null ? -1 : key.indexOf('/');
        return key != null && slash > 0 && slash < key.length() - 1 ? key : null;
    }

    /** Its id, whether it is named, included as an object, or is what the event is about. */
    private static @Nullable String paymentIntent(JsonNode object) {
        if ("payment_intent".equals(text(object, "object"))) {
            return text(object, "id");
        }
        var intent = object.path("payment_intent");
        return intent.isObject() ? text(intent, "id") : text(object, "payment_intent");
    }

    private static @Nullable String status(JsonNode object) {
        var ofSession = text(object, "payment_status");
        return ofSession == null ? text(object, "status") : ofSession;
    }

    private static @Nullable Long amount(JsonNode object) {
        var name = switch (text(object, "object")) {
            case "checkout.session" -> "amount_total";
            case "charge" -> "amount_refunded";
            case null, default -> "amount";
        };
        var amount = object.path(name);
        return amount.isIntegralNumber() && amount.canConvertToLong() ? amount.asLong() : null;
    }

    private static @Nullable Instant createdAt(JsonNode event) {
        var created = event.path("created");
        return created.isIntegralNumber() && created.canConvertToInt() ? Instant.ofEpochSecond(created.asLong()) : null;
    }

    private static @Nullable String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() && !value.stringValue().isEmpty() ? value.stringValue() : null;
    }

    private static JsonNode tree(byte[] body) throws Refused {
        try {
            var tree = MAPPER.readTree(body);
            if (tree.isMissingNode()) {
                throw new Refused(Answer.BAD_JSON);
            }
            return tree;
        } catch (JacksonException e) {
            throw new Refused(Answer.BAD_JSON);
        }
    }
}
