package io.inkstream.simulator.stripe;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.webhooks.Provider;
import io.inkstream.simulator.webhooks.Webhooks;
import io.inkstream.simulator.webhooks.Webhooks.Delivery;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells the studio what happened to its objects. An event is frozen when it is made; repeats carry the same id. */
@Component
final class StripeEvents {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ID_LENGTH = 24;

    private final StripeObjects objects;
    private final Webhooks webhooks;
    private final StripeProperties properties;
    private final BusinessClock clock;

    StripeEvents(StripeObjects objects, Webhooks webhooks, StripeProperties properties, BusinessClock clock) {
        this.objects = objects;
        this.webhooks = webhooks;
        this.properties = properties;
        this.clock = clock;
    }

    /** Makes the event; {@link #deliver} sends it. */
    ObjectNode happened(String type, JsonNode object) {
        return happened(type, object, JSON.createObjectNode());
    }

    ObjectNode happened(String type, JsonNode object, ObjectNode previous) {
        var event = JSON.createObjectNode();
        event.put("id", StripeObjects.newId("evt_1", ID_LENGTH));
        event.put("object", StripeObjects.EVENT);
        event.put("api_version", properties.apiVersion());
        event.put("created", clock.instant().getEpochSecond());
        var data = event.putObject("data");
        data.set("object", object.deepCopy());
        if (!previous.isEmpty()) {
            data.set("previous_attributes", previous);
        }
        event.put("livemode", false);
        event.put("pending_webhooks", 1);
        event.putObject("request").putNull("id").putNull("idempotency_key");
        event.put("type", type);
        objects.put(event);
        return event;
    }

    Delivery deliver(ObjectNode event) {
        return webhooks.deliver(Provider.STRIPE, JSON.writeValueAsBytes(event));
    }

    Delivery deliverRaw(byte[] body) {
        return webhooks.deliver(Provider.STRIPE, body);
    }

    /** The last event of that type about the object. */
    Optional<ObjectNode> last(String type, String objectId) {
        return objects.all(StripeObjects.EVENT).reversed().stream()
                .filter(event -> event.path("type").asString().equals(type)
                        && event.at("/data/object/id").asString().equals(objectId))
                .findFirst();
    }
}
