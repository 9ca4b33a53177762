package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.whatsapp.StatusWebhooks.Update;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** The body of a webhook about statuses: one change per business number, with the people and the updates. */
@Component
final class StatusPayload {
    private final People people;
    private final WhatsAppProperties properties;

    StatusPayload(People people, WhatsAppProperties properties) {
        this.people = people;
        this.properties = properties;
    }

    byte[] of(List<Update> updates, Instant now) {
        var byNumber = updates.stream()
                .collect(Collectors.groupingBy(
                        update -> update.message().from(), LinkedHashMap::new, Collectors.toList()));
        return MetaJson.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("object", "whatsapp_business_account");
            json.writeArrayPropertyStart("entry");
            json.writeStartObject();
            json.writeStringProperty("id", properties.businessAccountId());
            json.writeArrayPropertyStart("changes");
            byNumber.forEach((number, itsUpdates) -> writeChange(json, number, itsUpdates, now));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void writeChange(JsonGenerator json, BusinessNumber number, List<Update> updates, Instant now) {
        json.writeStartObject();
        json.writeObjectPropertyStart("value");
        json.writeStringProperty("messaging_product", "whatsapp");
        json.writeObjectPropertyStart("metadata");
        json.writeStringProperty("display_phone_number", number.displayPhone());
        json.writeStringProperty("phone_number_id", number.phoneNumberId());
        json.writeEndObject();
        json.writeArrayPropertyStart("contacts");
        var named = new HashSet<String>();
        for (var update : updates) {
            if (named.add(update.message().to())) {
                writeContact(json, people.at(update.message().to()));
            }
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("statuses");
        updates.forEach(update -> writeStatus(json, update, now));
        json.writeEndArray();
        json.writeEndObject();
        json.writeStringProperty("field", "messages");
        json.writeEndObject();
    }

    private static void writeContact(JsonGenerator json, Person person) {
        json.writeStartObject();
        json.writeObjectPropertyStart("profile");
        json.writeStringProperty("name", person.name());
        json.writeEndObject();
        if (person.phone() != null) {
            json.writeStringProperty("wa_id", person.phone());
        }
        json.writeStringProperty("user_id", person.userId());
        json.writeEndObject();
    }

    private void writeStatus(JsonGenerator json, Update update, Instant now) {
        var message = update.message();
        var person = people.at(message.to());
        json.writeStartObject();
        json.writeStringProperty("id", message.wamid());
        json.writeStringProperty("status", update.stage().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("timestamp", Long.toString(now.getEpochSecond()));
        if (person.phone() != null) {
            json.writeStringProperty("recipient_id", person.phone());
        }
        json.writeStringProperty("recipient_user_id", person.userId());
        if (message.callbackData() != null) {
            json.writeStringProperty("biz_opaque_callback_data", message.callbackData());
        }
        if (update.stage() != Stage.READ) {
            writePricing(json, message.billing());
        }
        json.writeEndObject();
    }

    private static void writePricing(JsonGenerator json, SentMessage.Billing billing) {
        json.writeObjectPropertyStart("pricing");
        json.writeBooleanProperty("billable", billing == SentMessage.Billing.TEMPLATE_BILLED);
        json.writeStringProperty("pricing_model", "PMP");
        json.writeStringProperty(
                "type", billing == SentMessage.Billing.TEMPLATE_BILLED ? "regular" : "free_customer_service");
        json.writeStringProperty("category", billing == SentMessage.Billing.FREE_FORM ? "service" : "utility");
        json.writeEndObject();
    }
}
