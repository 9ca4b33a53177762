package io.inkstream.ingress.whatsapp;

import static io.inkstream.schemas.inbound.Unroutable.Reason.MALFORMED_STATUS;

import io.inkstream.schemas.inbound.MessageStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns one element of {@code statuses[]} into its record. Recipients are left out: statuses are matched by wamid. */
final class StatusReading {
    private StatusReading() {}

    static MessageStatus read(JsonNode status, String raw, Destination to, Instant now) throws Malformed {
        if (!status.isObject()) {
            throw new Malformed(MALFORMED_STATUS, "a status is not an object");
        }
        var wamid = required(status, "id");
        var what = required(status, "status");
        var error = Fields.firstError(status);
        return new MessageStatus(
                wamid + ':' + what,
                now,
                to.studio().slug(),
                to.phoneNumberId(),
                wamid,
                what,
                Fields.timestamp(status, now),
                Fields.text(status, "biz_opaque_callback_data"),
                Fields.integer(error, "code"),
                Fields.text(error, "title"),
                Fields.text(Fields.object(status, "pricing"), "category"),
                group(status),
                raw);
    }

    private static @Nullable String group(JsonNode status) {
        return "group".equals(Fields.text(status, "recipient_type"))
                ? Fields.text(status, "recipient_id")
                : Fields.text(status, "group_id");
    }

    private static String required(JsonNode status, String name) throws Malformed {
        var value = Fields.text(status, name);
        if (value == null) {
            throw new Malformed(MALFORMED_STATUS, "a status without " + name);
        }
        return value;
    }
}
