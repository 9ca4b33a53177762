package io.inkstream.ingress.whatsapp;

import static io.inkstream.schemas.inbound.Unroutable.Reason.MALFORMED_MESSAGE;

import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContent.MediaType;
import io.inkstream.schemas.inbound.MessageContent.SystemChange;
import io.inkstream.schemas.inbound.MessageContent.TapSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a message says, by its {@code type}. A body that is missing where Meta sometimes leaves it out is
 * {@link MessageContent.Unsupported}, so that the client still gets an answer; one of the wrong shape is malformed.
 */
final class ContentReading {
    private ContentReading() {}

    static MessageContent read(JsonNode message) throws Malformed {
        var type = Fields.text(message, "type");
        if (type == null) {
            throw new Malformed(MALFORMED_MESSAGE, "type is missing");
        }
        var body = message.get(type);
        return switch (type) {
            case "text" -> text(message, body);
            case "image" -> media(message, type, body, MediaType.IMAGE);
            case "video" -> media(message, type, body, MediaType.VIDEO);
            case "audio" -> media(message, type, body, audioType(body));
            case "document" -> media(message, type, body, MediaType.DOCUMENT);
            case "sticker" -> media(message, type, body, MediaType.STICKER);
            case "interactive" -> missing(body) ? unsupported(message, type) : interactive(message, object(type, body));
            case "button" -> missing(body) ? unsupported(message, type) : button(message, object(type, body));
            case "location" -> missing(body) ? unsupported(message, type) : location(object(type, body));
            case "contacts" -> missing(body) ? unsupported(message, type) : contacts(message, body);
            case "reaction" -> missing(body) ? unsupported(message, type) : reaction(object(type, body));
            case "order" -> missing(body) ? unsupported(message, type) : order(object(type, body));
            case "system" -> missing(body) ? unsupported(message, type) : system(object(type, body));
            case "edit" -> missing(body) ? unsupported(message, type) : edit(object(type, body));
            case "revoke" -> missing(body) ? unsupported(message, type) : revoke(object(type, body));
            case "unsupported" -> unsupported(message, detailOfUnsupported(body));
            default -> unsupported(message, type);
        };
    }

    /** A text without its body is nothing anybody could answer, unless errors say why it is missing. */
    private static MessageContent text(JsonNode message, @Nullable JsonNode body) throws Malformed {
        if (missing(body) && Fields.firstError(message) != null) {
            return unsupported(message, "text");
        }
        var words = body == null ? null : body.get("body");
        if (words == null || !words.isString()) {
            throw new Malformed(MALFORMED_MESSAGE, "text has no body");
        }
        return new MessageContent.Text(words.stringValue());
    }

    private static MessageContent media(JsonNode message, String type, @Nullable JsonNode body, MediaType mediaType)
            throws Malformed {
        if (missing(body)) {
            return unsupported(message, type);
        }
        var media = object(type, body);
        return new MessageContent.Media(
                mediaType,
                Fields.text(media, "id"),
                Fields.text(media, "mime_type"),
                Fields.text(media, "sha256"),
                Fields.text(media, "caption"),
                Fields.text(media, "filename"),
                Fields.text(media, "url"));
    }

    private static MediaType audioType(@Nullable JsonNode audio) {
        var voice = audio == null ? null : audio.get("voice");
        return voice != null && voice.isBoolean() && voice.booleanValue() ? MediaType.VOICE : MediaType.AUDIO;
    }

    private static MessageContent interactive(JsonNode message, JsonNode interactive) {
        var kind = Fields.text(interactive, "type");
        return switch (kind) {
            case "button_reply" -> tap(message, Fields.object(interactive, kind), TapSource.BUTTON);
            case "list_reply" -> tap(message, Fields.object(interactive, kind), TapSource.LIST);
            case "nfm_reply" ->
                new MessageContent.FlowReply(Fields.text(Fields.object(interactive, kind), "response_json"));
            case null -> unsupported(message, "interactive");
            default -> unsupported(message, "interactive/" + kind);
        };
    }

    private static MessageContent tap(JsonNode message, @Nullable JsonNode reply, TapSource source) {
        var id = Fields.text(reply, "id");
        return id == null
                ? unsupported(message, "interactive")
                : new MessageContent.Tap(id, Fields.text(reply, "title"), source);
    }

    private static MessageContent button(JsonNode message, JsonNode button) {
        var payload = Fields.text(button, "payload");
        return payload == null
                ? unsupported(message, "button")
                : new MessageContent.Tap(payload, Fields.text(button, "text"), TapSource.TEMPLATE);
    }

    private static MessageContent location(JsonNode location) throws Malformed {
        return new MessageContent.Location(
                coordinate(location, "latitude"),
                coordinate(location, "longitude"),
                Fields.text(location, "name"),
                Fields.text(location, "address"));
    }

    private static double coordinate(JsonNode location, String name) throws Malformed {
        var value = location.get(name);
        if (value == null || !value.isNumber()) {
            throw new Malformed(MALFORMED_MESSAGE, "location has no " + name);
        }
        return value.asDouble();
    }

    private static MessageContent contacts(JsonNode message, JsonNode cards) throws Malformed {
        if (!cards.isArray()) {
            throw new Malformed(MALFORMED_MESSAGE, "contacts is not a list");
        }
        var first = cards.isEmpty() ? null : cards.get(0);
        boolean own = "contact_request".equals(Fields.text(message, "origin"))
                || "contact_request".equals(Fields.text(first, "origin"));
        return new MessageContent.ContactCards(cards.size(), own ? phoneOf(first) : null);
    }

    private static @Nullable String phoneOf(@Nullable JsonNode card) {
        var phones = Fields.array(card, "phones");
        if (phones == null || phones.isEmpty()) {
            return null;
        }
        var whatsApp = Fields.digits(Fields.text(phones.get(0), "wa_id"));
        return whatsApp != null ? whatsApp : Fields.digits(Fields.text(phones.get(0), "phone"));
    }

    private static MessageContent reaction(JsonNode reaction) {
        return new MessageContent.Reaction(Fields.text(reaction, "message_id"), Fields.text(reaction, "emoji"));
    }

    private static MessageContent order(JsonNode order) {
        var items = Fields.array(order, "product_items");
        return new MessageContent.Order(items == null ? 0 : items.size(), Fields.text(order, "text"));
    }

    private static MessageContent system(JsonNode system) {
        var change = switch (Fields.text(system, "type")) {
            case "user_changed_number" -> SystemChange.NUMBER_CHANGED;
            case "user_changed_user_id" -> SystemChange.USER_ID_CHANGED;
            case "customer_identity_changed" -> SystemChange.IDENTITY_CHANGED;
            case null, default -> SystemChange.OTHER;
        };
        return new MessageContent.SystemNotice(
                change, Fields.digits(Fields.text(system, "wa_id")), Fields.text(system, "user_id"));
    }

    private static MessageContent edit(JsonNode edit) {
        var edited = Fields.object(edit, "message");
        var type = edited == null ? null : Fields.text(edited, "type");
        var body = edited == null || type == null ? null : Fields.object(edited, type);
        var words = "text".equals(type) ? Fields.textOrEmpty(body, "body") : Fields.text(body, "caption");
        return new MessageContent.Edited(Fields.text(edit, "original_message_id"), words);
    }

    private static MessageContent revoke(JsonNode revoke) {
        return new MessageContent.Revoked(Fields.text(revoke, "original_message_id"));
    }

    private static MessageContent unsupported(JsonNode message, String what) {
        return new MessageContent.Unsupported(what, Fields.errorCode(message));
    }

    private static String detailOfUnsupported(@Nullable JsonNode unsupported) {
        var named = Fields.text(unsupported, "type");
        return named == null ? "unsupported" : named;
    }

    private static boolean missing(@Nullable JsonNode body) {
        return body == null || body.isNull();
    }

    private static JsonNode object(String type, @Nullable JsonNode body) throws Malformed {
        if (body == null || !body.isObject()) {
            throw new Malformed(MALFORMED_MESSAGE, type + " is not an object");
        }
        return body;
    }
}
