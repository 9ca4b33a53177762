package io.inkstream.simulator.whatsapp;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.webhooks.Provider;
import io.inkstream.simulator.webhooks.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person writes: builds the webhook as Meta does, keeps the message in the chat, and delivers it. */
@Component
public final class InboundMessages {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BusinessNumbers numbers;
    private final People people;
    private final Chats chats;
    private final Webhooks webhooks;
    private final InboundPayload payload;
    private final Media media;
    private final BusinessClock clock;

    InboundMessages(
            BusinessNumbers numbers,
            People people,
            Chats chats,
            Webhooks webhooks,
            InboundPayload payload,
            Media media,
            BusinessClock clock) {
        this.numbers = numbers;
        this.people = people;
        this.chats = chats;
        this.webhooks = webhooks;
        this.payload = payload;
        this.media = media;
        this.clock = clock;
    }

    /**
     * What somebody writes.
     *
     * @param from phone digits; absent: hidden, then {@code fromUserId} is given
     * @param to the studio's number, by id, digits or studio; absent: the first studio's
     * @param messages Meta message objects, at least one; with neither id nor timestamp these are made up
     * @param wamid of the first message
     * @param quotes wamid of the message that the first one answers
     */
    public record Wanted(
            @Nullable String from,
            @Nullable String fromUserId,
            @Nullable String profileName,
            @Nullable String username,
            @Nullable String to,
            List<JsonNode> messages,
            @Nullable String wamid,
            @Nullable String quotes,
            Duration age) {}

    /** The wamids, and what the studio's webhook answered to the first attempt (0: nothing). */
    public record Written(List<String> wamids, int ingressStatus) {}

    public Written write(Wanted wanted) {
        var number = wanted.to() == null
                ? numbers.usual()
                : numbers.named(wanted.to()).orElseThrow(() -> new IllegalArgumentException("no such studio number"));
        var person = people.meet(wanted.from(), wanted.fromUserId(), wanted.profileName(), wanted.username());
        var chat = chats.with(number, person.address());
        var at = clock.instant().minus(wanted.age());
        var messages = completed(wanted, number, person, chat, at);
        var hidden = wanted.from() == null;
        messages.forEach(media::mention);
        messages.forEach(message -> chats.write(chat, message.path("id").asString(), at, message));
        var delivery = webhooks.deliver(Provider.META, payload.of(number, person, hidden, messages));
        var wamids =
                messages.stream().map(message -> message.path("id").asString()).toList();
        var _ = delivery.acknowledged().thenAccept(acknowledged -> {
            if (acknowledged) {
                wamids.forEach(wamid -> chats.reach(wamid, Stage.DELIVERED));
            }
        });
        return new Written(wamids, delivery.status());
    }

    private static List<ObjectNode> completed(
            Wanted wanted, BusinessNumber number, Person person, Chat chat, Instant at) {
        var messages = new ArrayList<ObjectNode>();
        for (var content : wanted.messages()) {
            var first = messages.isEmpty();
            var message = JSON.createObjectNode();
            var quotes = first && wanted.quotes() != null ? wanted.quotes() : tappedMessage(content, chat);
            if (quotes != null && !content.has("context")) {
                message.putObject("context").put("from", number.displayPhone()).put("id", quotes);
            }
            if (wanted.from() != null) {
                message.put("from", wanted.from());
            }
            message.put("from_user_id", person.userId());
            message.put("id", first && wanted.wamid() != null ? wanted.wamid() : Wamid.fromPerson(person.address()));
            message.put("timestamp", Long.toString(at.getEpochSecond()));
            content.properties().forEach(part -> message.set(part.getKey(), part.getValue()));
            messages.add(message);
        }
        return messages;
    }

    /** Meta says which message a tapped button or row stands in. */
    private static @Nullable String tappedMessage(JsonNode content, Chat chat) {
        var interactive = content.path("interactive");
        var tapped = interactive
                .path(interactive.path("type").asString(""))
                .path("id")
                .asString("");
        if (tapped.isEmpty()) {
            return null;
        }
        var quotedId = JSON.writeValueAsString(tapped);
        return chat.sent().reversed().stream()
                .filter(sent -> new String(sent.body(), StandardCharsets.UTF_8).contains(quotedId))
                .map(ChatEntry::wamid)
                .findFirst()
                .orElse(null);
    }
}
