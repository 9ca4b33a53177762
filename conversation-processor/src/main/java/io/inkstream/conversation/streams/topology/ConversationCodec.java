package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.json.Json;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form in which a conversation is kept: one byte that names the format, then JSON. Fields may be added within a
 * format; whatever an older value lacks reads as absent. Any other change takes a new format and an upcast from the
 * one before it, so that a value of any age can still be read.
 */
final class ConversationCodec {
    /** The n-th entry turns the JSON of format n+1 into that of format n+2. */
    private static final List<UnaryOperator<ObjectNode>> UPCASTS = List.of(ConversationCodec::alarmsInAList);

    private final List<UnaryOperator<ObjectNode>> upcasts;
    private final byte format;

    ConversationCodec() {
        this(UPCASTS);
    }

    ConversationCodec(List<UnaryOperator<ObjectNode>> upcasts) {
        this.upcasts = List.copyOf(upcasts);
        this.format = (byte) (upcasts.size() + 1);
    }

    byte[] write(ConversationRecord conversation) {
        var json = Json.write(conversation);
        var kept = new byte[json.length + 1];
        kept[0] = format;
        System.arraycopy(json, 0, kept, 1, json.length);
        return kept;
    }

    ConversationRecord read(byte[] kept) {
        var storedFormat = kept[0];
        if (storedFormat < 1 || storedFormat > format) {
            throw new IllegalStateException("a conversation is kept in format " + storedFormat
                    + ", this release knows 1 to " + format + ": was the service rolled back?");
        }
        if (storedFormat == format) {
            return Json.MAPPER.readValue(kept, 1, kept.length - 1, ConversationRecord.class);
        }
        var json = (ObjectNode) Json.MAPPER.readTree(kept, 1, kept.length - 1);
        for (var older = storedFormat; older < format; older++) {
            json = upcasts.get(older - 1).apply(json);
        }
        return Json.MAPPER.treeToValue(json, ConversationRecord.class);
    }

    /** Format 1 had one field per timer. */
    private static ObjectNode alarmsInAList(ObjectNode json) {
        var list = json.arrayNode();
        json.path("alarms")
                .properties()
                .forEach(
                        alarm -> list.addObject().put("timerId", alarm.getKey()).set("generation", alarm.getValue()));
        return json.set("alarms", list);
    }
}
