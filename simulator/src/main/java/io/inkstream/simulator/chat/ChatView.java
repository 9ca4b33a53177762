package io.inkstream.simulator.chat;

import io.inkstream.simulator.whatsapp.Chat;
import io.inkstream.simulator.whatsapp.ChatEntry;
import io.inkstream.simulator.whatsapp.People;
import io.inkstream.simulator.whatsapp.SentMessage;
import io.inkstream.simulator.whatsapp.Stage;
import io.inkstream.simulator.whatsapp.Templates;
import io.inkstream.simulator.whatsapp.WrittenMessage;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Chats as the page gets them. Messages stay in WhatsApp's own form; the page draws them. */
@Component
final class ChatView {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final People people;
    private final Templates templates;

    ChatView(People people, Templates templates) {
        this.people = people;
        this.templates = templates;
    }

    /** A line of the list of chats. */
    ObjectNode summary(Chat chat) {
        var entries = chat.entries();
        var person = people.at(chat.person());
        var summary = JSON.createObjectNode();
        summary.put("phoneNumberId", chat.number().phoneNumberId());
        summary.put("person", chat.person());
        var artist = chat.person().equals(chat.number().artistPhone());
        summary.put("name", artist ? "The artist" : person.name());
        summary.put("phone", person.phone());
        summary.put("artist", artist);
        summary.put("unread", unread(entries));
        if (!entries.isEmpty()) {
            summary.set("last", entry(entries.getLast()));
        }
        return summary;
    }

    private static long unread(List<ChatEntry> entries) {
        return entries.stream()
                .filter(entry -> entry instanceof SentMessage && entry.stage() != Stage.READ)
                .count();
    }

    /** One message; {@code mine} was written by the person. */
    ObjectNode entry(ChatEntry entry) {
        var shown = JSON.createObjectNode();
        shown.put("id", entry.wamid());
        shown.put("number", entry.number());
        shown.put("at", entry.at().toString());
        shown.put("stage", stage(entry));
        switch (entry) {
            case SentMessage sent -> {
                var message = JSON.readTree(sent.body());
                shown.put("mine", false);
                shown.set("message", message);
                putTemplate(shown, message);
            }
            case WrittenMessage written -> {
                shown.put("mine", true);
                shown.set("message", written.message());
            }
        }
        return shown;
    }

    private void putTemplate(ObjectNode shown, JsonNode message) {
        if (message.has("template")) {
            var template = templates.show(message.path("template"));
            var buttons = shown.put("templateText", template.text()).putArray("templateButtons");
            template.buttons().forEach(buttons::add);
        }
    }

    static String stage(ChatEntry entry) {
        return entry.stage().name().toLowerCase(Locale.ROOT);
    }
}
