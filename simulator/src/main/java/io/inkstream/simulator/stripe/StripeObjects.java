package io.inkstream.simulator.stripe;

import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that has a Stripe id, as the JSON that Stripe shows, in the order made. What goes in or out is a copy. */
@Component
final class StripeObjects implements Remembered {
    private static final String OBJECT = "stripe";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final Journal journal;

    StripeObjects(Journal journal) {
        this.journal = journal;
    }

    /** Kinds of objects, by the value of their {@code object} field. */
    static final String SESSION = "checkout.session";

    static final String INTENT = "payment_intent";
    static final String CHARGE = "charge";
    static final String REFUND = "refund";
    static final String DISPUTE = "dispute";
    static final String EVENT = "event";
    /** Not Stripe's: what a session was asked for beyond what it shows. */
    static final String DETAILS = "session_details";

    static String newId(String prefix, int length) {
        var random = ThreadLocalRandom.current();
        var id = new StringBuilder(prefix);
        for (var i = 0; i < length; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    synchronized void put(ObjectNode object) {
        var copy = object.deepCopy();
        journal.append(OBJECT, copy);
        byId.put(copy.path("id").asString(), copy);
    }

    synchronized Optional<ObjectNode> find(String kind, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(object -> object.path("object").asString().equals(kind))
                .map(ObjectNode::deepCopy);
    }

    /** Oldest first. */
    synchronized List<ObjectNode> all(String kind) {
        return byId.values().stream()
                .filter(object -> object.path("object").asString().equals(kind))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OBJECT);
    }

    @Override
    public synchronized void recall(String kind, JsonNode line) {
        if (line instanceof ObjectNode object) {
            byId.put(object.path("id").asString(), object);
        }
    }
}
