package io.inkstream.ingress.http;

import io.inkstream.ingress.publish.PublishProperties;
import io.inkstream.ingress.publish.Publisher;
import io.micrometer.core.instrument.MeterRegistry;

/** What all webhook servlets share. */
public record WebhookIntake(
        Gate gate,
        BodyMemory memory,
        BodyProperties bodyProperties,
        Publisher publisher,
        PublishProperties publishProperties,
        SignatureAlarm alarm,
        MeterRegistry meters) {

    String retryAfterSeconds() {
        return String.valueOf(Math.max(1, publishProperties.retryAfter().toSeconds()));
    }
}
