package io.inkstream.simulator.whatsapp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that the studio sent and WhatsApp accepted. */
public final class SentMessage extends ChatEntry {
    private final BusinessNumber from;
    private final String to;
    private final byte[] body;
    private final @Nullable String callbackData;
    private final Billing billing;

    /** What the status webhooks say about money. */
    enum Billing {
        FREE_FORM,
        TEMPLATE_IN_WINDOW,
        TEMPLATE_BILLED
    }

    SentMessage(
            long number,
            String wamid,
            Instant at,
            BusinessNumber from,
            String to,
            byte[] body,
            @Nullable String callbackData,
            Billing billing) {
        super(number, wamid, at);
        this.from = from;
        this.to = to;
        this.body = body;
        this.callbackData = callbackData;
        this.billing = billing;
    }

    public BusinessNumber from() {
        return from;
    }

    /** The person's address. */
    public String to() {
        return to;
    }

    /** The request as it was posted, on one line. */
    public byte[] body() {
        return body;
    }

    @Nullable
    String callbackData() {
        return callbackData;
    }

    Billing billing() {
        return billing;
    }
}
