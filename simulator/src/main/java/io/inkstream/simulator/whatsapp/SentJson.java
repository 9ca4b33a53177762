package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.whatsapp.SentMessage.Billing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accepted messages as JSON. The body is carried over as it was posted, never parsed again. */
final class SentJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SentJson() {}

    /** For the journal. */
    static byte[] line(SentMessage message) {
        return written(
                "{\"n\":" + message.number()
                        + ",\"pid\":\"" + message.from().phoneNumberId()
                        + "\",\"to\":" + quoted(message.to())
                        + ",\"at\":\"" + message.at()
                        + "\",\"wamid\":\"" + message.wamid()
                        + "\",\"billing\":\"" + message.billing()
                        + "\",\"body\":",
                message.body());
    }

    static SentMessage read(JsonNode line, BusinessNumber from) {
        var body = line.path("body");
        return new SentMessage(
                line.path("n").asLong(),
                line.path("wamid").asString(),
                Instant.parse(line.path("at").asString()),
                from,
                line.path("to").asString(),
                JSON.writeValueAsBytes(body),
                body.hasNonNull("biz_opaque_callback_data")
                        ? body.path("biz_opaque_callback_data").asString()
                        : null,
                Billing.valueOf(line.path("billing").asString(Billing.FREE_FORM.name())));
    }

    /** For {@code GET /sim/whatsapp/sent}. */
    static byte[] list(List<SentMessage> messages) {
        var bytes = new ByteArrayOutputStream();
        bytes.write('[');
        for (var message : messages) {
            if (bytes.size() > 1) {
                bytes.write(',');
            }
            bytes.writeBytes(shown(message));
        }
        bytes.write(']');
        return bytes.toByteArray();
    }

    private static byte[] shown(SentMessage message) {
        return written(
                "{\"wamid\":\"" + message.wamid()
                        + "\",\"at\":\"" + message.at()
                        + "\",\"phoneNumberId\":\"" + message.from().phoneNumberId()
                        + "\",\"status\":\"" + message.stage().name().toLowerCase(Locale.ROOT)
                        + "\",\"body\":",
                message.body());
    }

    /** A posted body on one line. Line breaks outside strings are mere white space, inside they are escaped. */
    static byte[] onOneLine(byte[] json) {
        for (var i = 0; i < json.length; i++) {
            if (json[i] == '\n' || json[i] == '\r') {
                json[i] = ' ';
            }
        }
        return json;
    }

    private static byte[] written(String start, byte[] body) {
        var head = start.getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[head.length + body.length + 1];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        bytes[bytes.length - 1] = '}';
        return bytes;
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
