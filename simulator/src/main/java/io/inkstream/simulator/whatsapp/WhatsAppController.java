package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.http.Answer;
import io.inkstream.simulator.webhooks.Provider;
import io.inkstream.simulator.webhooks.Webhooks;
import io.inkstream.simulator.whatsapp.InboundMessages.Wanted;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /sim/whatsapp}: writes as a person, and looks at what the studio sent. */
@RestController
@RequestMapping("/sim/whatsapp")
class WhatsAppController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final InboundMessages inbound;
    private final Chats chats;
    private final Webhooks webhooks;
    private final MessageSends sends;
    private final AcceptedLog accepted;
    private final Templates templates;
    private final Verification verification;

    WhatsAppController(
            InboundMessages inbound,
            Chats chats,
            Webhooks webhooks,
            MessageSends sends,
            AcceptedLog accepted,
            Templates templates,
            Verification verification) {
        this.inbound = inbound;
        this.chats = chats;
        this.webhooks = webhooks;
        this.sends = sends;
        this.accepted = accepted;
        this.templates = templates;
        this.verification = verification;
    }

    @PostMapping("/messages")
    Map<String, Object> write(@RequestBody JsonNode body) {
        var written = inbound.write(wanted(body));
        return Map.of(
                "wamid", written.wamids().getFirst(),
                "wamids", written.wamids(),
                "ingressStatus", written.ingressStatus());
    }

    /** Delivers the bytes as they are, signed, and repeats them as any webhook. */
    @PostMapping("/raw")
    Map<String, Object> raw(@RequestBody byte[] body) {
        return Map.of("ingressStatus", webhooks.deliver(Provider.META, body).status());
    }

    /** Asks the studio's callback as Meta does when it is registered; the answer as it came. */
    @PostMapping("/verify")
    Map<String, Object> verify(@RequestBody Map<String, String> wanted) throws IOException, InterruptedException {
        return verification.ask(
                wanted.getOrDefault("token", "inkstream-dev-verify-token"),
                wanted.getOrDefault("challenge", "1158201444"));
    }

    @GetMapping("/sent")
    ResponseEntity<byte[]> sent(@RequestParam String to, @RequestParam @Nullable String phoneNumberId) {
        var messages = chats.sentTo(to.strip().replaceFirst("^\\+", "")).stream()
                .filter(message ->
                        phoneNumberId == null || message.from().phoneNumberId().equals(phoneNumberId))
                .toList();
        return Answer.json(200, SentJson.list(messages)).entity();
    }

    @GetMapping("/stats")
    Map<String, Long> stats() {
        return Map.of("accepted", accepted.total(), "refused", sends.refused());
    }

    /** For load runs: {@code index,to,epochMicros} (real time) of accepted sends, also when they are not kept. */
    @GetMapping(path = "/accepted", produces = MediaType.TEXT_PLAIN_VALUE)
    String accepted(@RequestParam(defaultValue = "0") long from) {
        return accepted.since(from);
    }

    @PutMapping("/templates/{name}")
    Map<String, String> template(@PathVariable String name, @RequestBody Map<String, String> wanted) {
        var state = wanted.getOrDefault("state", "").toUpperCase(Locale.ROOT);
        templates.put(name, Templates.State.valueOf(state));
        return Map.of("name", name, "state", state);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(IllegalArgumentException problem) {
        return ResponseEntity.badRequest().body(Map.of("error", String.valueOf(problem.getMessage())));
    }

    static Wanted wanted(JsonNode body) {
        var from = text(body, "from");
        var userId = text(body, "from_user_id");
        if (from == null && userId == null) {
            throw new IllegalArgumentException("'from' (digits) or 'from_user_id' is missing");
        }
        return new Wanted(
                from == null ? null : from.replaceFirst("^\\+", ""),
                userId,
                text(body, "profileName"),
                text(body, "username"),
                body.has("phoneNumberId") ? text(body, "phoneNumberId") : text(body, "to"),
                messages(body),
                text(body, "wamid"),
                text(body, "quotes"),
                Duration.ofSeconds(body.path("ageSeconds").asLong(0)));
    }

    private static List<JsonNode> messages(JsonNode body) {
        var messages = new ArrayList<JsonNode>();
        body.path("messages").forEach(messages::add);
        if (body.path("message").isObject()) {
            messages.add(body.path("message"));
        }
        if (body.has("text")) {
            var message = JSON.createObjectNode().put("type", "text");
            message.putObject("text").set("body", body.path("text"));
            messages.add(message);
        }
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("one of 'text', 'message' and 'messages' is missing");
        }
        return messages;
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.hasNonNull(field) ? body.path(field).asString() : null;
    }
}
