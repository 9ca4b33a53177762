package io.inkstream.ingress.whatsapp;

import io.inkstream.schemas.inbound.Unroutable;

/** An element that cannot become a record: it goes to {@code ingress.unroutable.v1} with this reason. An expected outcome. */
final class Malformed extends Exception {
    private final Unroutable.Reason reason;

    Malformed(Unroutable.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Unroutable.Reason reason() {
        return reason;
    }

    /** What is wrong, without any of the content. */
    String detail() {
        return String.valueOf(getMessage());
    }
}
