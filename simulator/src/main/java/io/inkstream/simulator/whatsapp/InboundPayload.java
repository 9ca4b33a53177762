package io.inkstream.simulator.whatsapp;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a webhook about messages from one person. */
@Component
final class InboundPayload {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WhatsAppProperties properties;

    InboundPayload(WhatsAppProperties properties) {
        this.properties = properties;
    }

    /** The people's side is left out of the payload as far as it is hidden. */
    byte[] of(BusinessNumber number, Person person, boolean phoneHidden, List<? extends JsonNode> messages) {
        var body = JSON.createObjectNode();
        body.put("object", "whatsapp_business_account");
        var entry = body.putArray("entry").addObject();
        entry.put("id", properties.businessAccountId());
        var change = entry.putArray("changes").addObject();
        var value = change.putObject("value");
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", number.displayPhone())
                .put("phone_number_id", number.phoneNumberId());
        var contact = value.putArray("contacts").addObject();
        var profile = contact.putObject("profile").put("name", person.name());
        if (person.username() != null) {
            profile.put("username", person.username());
        }
        if (!phoneHidden) {
            contact.put("wa_id", person.phone());
        }
        contact.put("user_id", person.userId());
        value.putArray("messages").addAll(List.copyOf(messages));
        change.put("field", "messages");
        return MetaJson.write(body);
    }
}
