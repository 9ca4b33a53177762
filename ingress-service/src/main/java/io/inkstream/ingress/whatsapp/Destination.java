package io.inkstream.ingress.whatsapp;

import io.inkstream.ingress.studios.Studio;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a change's messages and statuses go.
 *
 * @param phoneNumberId the business number they were sent to
 * @param contacts who the change says is involved
 */
record Destination(
        Studio studio, String phoneNumberId, @Nullable JsonNode contacts) {}
