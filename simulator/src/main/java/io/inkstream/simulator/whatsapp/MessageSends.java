package io.inkstream.simulator.whatsapp;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.faults.FaultGate;
import io.inkstream.simulator.faults.Target;
import io.inkstream.simulator.http.Answer;
import io.inkstream.simulator.settings.Settings;
import io.inkstream.simulator.whatsapp.SentMessage.Billing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /{version}/{phone-number-id}/messages}: refuses what Meta refuses, accepts the rest once. */
@Component
final class MessageSends {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final GraphErrors ERRORS = new GraphErrors();

    private final WhatsAppProperties properties;
    private final BusinessNumbers numbers;
    private final SendRules rules;
    private final Templates templates;
    private final SendRates rates;
    private final People people;
    private final Chats chats;
    private final StatusWebhooks statuses;
    private final FaultGate faults;
    private final Settings settings;
    private final BusinessClock clock;
    private final AcceptedLog acceptedLog;
    private final LongAdder refused = new LongAdder();

    MessageSends(
            WhatsAppProperties properties,
            BusinessNumbers numbers,
            Templates templates,
            SendRates rates,
            People people,
            Chats chats,
            StatusWebhooks statuses,
            FaultGate faults,
            Settings settings,
            BusinessClock clock,
            AcceptedLog acceptedLog) {
        this.properties = properties;
        this.numbers = numbers;
        this.rules = new SendRules(templates);
        this.templates = templates;
        this.rates = rates;
        this.people = people;
        this.chats = chats;
        this.statuses = statuses;
        this.faults = faults;
        this.settings = settings;
        this.clock = clock;
        this.acceptedLog = acceptedLog;
    }

    long refused() {
        return refused.sum();
    }

    Answer answer(String phoneNumberId, byte[] body, HttpServletRequest request) {
        if (!authorised(request)) {
            return GraphErrors.TOKEN_EXPIRED.answer();
        }
        var number = numbers.withId(phoneNumberId).orElse(null);
        if (number == null) {
            return GraphErrors.UNKNOWN_OBJECT.answer();
        }
        var message = parse(body);
        if (message == null) {
            return GraphErrors.INVALID_PARAMETER.answer();
        }
        if (message.has("status")) {
            return markRead(message);
        }
        var problem = rules.check(message);
        return problem == null ? troubled(number, message, body, request) : refuse(problem);
    }

    private Answer troubled(BusinessNumber number, JsonNode message, byte[] body, HttpServletRequest request) {
        var recipient = recipient(message);
        var about = Map.of(
                "to",
                recipient,
                "phoneNumberId",
                number.phoneNumberId(),
                "type",
                message.path("type").asString("text"));
        return faults.through(Target.WHATSAPP, about, ERRORS, request, () -> send(number, recipient, message, body));
    }

    private Answer send(BusinessNumber number, String recipient, JsonNode message, byte[] body) {
        var now = clock.instant();
        var chat = chats.with(number, recipient);
        var problem = whyNotNow(number, recipient, chat, message, now);
        if (problem != null) {
            return refuse(problem);
        }
        var callbackData = message.path("biz_opaque_callback_data").asString(null);
        var accepted = chats.accept(chat, now, SentJson.onOneLine(body), callbackData, billing(message, chat, now));
        acceptedLog.add(accepted);
        statuses.accepted(accepted);
        return accepted(message, recipient, accepted.wamid());
    }

    private @Nullable GraphError whyNotNow(
            BusinessNumber number, String recipient, Chat chat, JsonNode message, Instant now) {
        if (recipient.equals(number.displayPhone())) {
            return GraphErrors.TO_SELF;
        }
        var freeForm = !message.has("template");
        if (freeForm && settings.current().serviceWindow() && chat.windowClosed(now)) {
            return GraphErrors.WINDOW_CLOSED;
        }
        return settings.current().rates() ? rates.take(number.phoneNumberId(), recipient) : null;
    }

    private Billing billing(JsonNode message, Chat chat, Instant now) {
        if (!message.has("template")) {
            return Billing.FREE_FORM;
        }
        var utility = templates
                .category(message.path("template").path("name").asString(""))
                .equals("utility");
        return utility && chat.windowOpen(now) ? Billing.TEMPLATE_IN_WINDOW : Billing.TEMPLATE_BILLED;
    }

    private Answer accepted(JsonNode message, String recipient, String wamid) {
        var answer = JSON.createObjectNode();
        answer.put("messaging_product", "whatsapp");
        var contact = answer.putArray("contacts").addObject();
        var to = message.path("to").asString("");
        if (to.isBlank()) {
            contact.put("input", message.path("recipient").asString());
            contact.put("user_id", message.path("recipient").asString());
        } else {
            contact.put("input", to);
            contact.put("wa_id", recipient);
        }
        putStatus(answer.putArray("messages").addObject().put("id", wamid), message);
        return Answer.json(200, answer);
    }

    /** Only templates have a message_status. */
    private void putStatus(ObjectNode answer, JsonNode message) {
        if (message.has("template")) {
            var held = templates.state(message.path("template").path("name").asString("")) == Templates.State.HELD;
            answer.put("message_status", held ? "held_for_quality_assessment" : "accepted");
        }
    }

    private Answer markRead(JsonNode message) {
        var wamid = message.path("message_id").asString("");
        if (!message.path("status").asString("").equals("read") || wamid.isEmpty()) {
            return refuse(GraphErrors.INVALID_PARAMETER);
        }
        chats.readByStudio(wamid);
        if (message.has("typing_indicator")) {
            chats.typing(wamid);
        }
        return Answer.json(200, JSON.createObjectNode().put("success", true));
    }

    private String recipient(JsonNode message) {
        var to = message.path("to").asString("");
        return to.isBlank() ? people.addressOf(message.path("recipient").asString()) : digits(to);
    }

    /** Meta reads a number however it is punctuated. */
    private static String digits(String to) {
        var digits = new StringBuilder(to.length());
        for (var i = 0; i < to.length(); i++) {
            var c = to.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private Answer refuse(GraphError problem) {
        refused.increment();
        return problem.answer();
    }

    private boolean authorised(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null
                && header.regionMatches(true, 0, "Bearer ", 0, 7)
                && header.substring(7).strip().equals(properties.accessToken());
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            var tree = JSON.readTree(body);
            return tree.isObject() ? tree : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
