package io.inkstream.simulator.whatsapp;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A message that a person wrote to the studio, as it stands in the webhook. */
public final class WrittenMessage extends ChatEntry {
    private final JsonNode message;

    WrittenMessage(long number, String wamid, Instant at, JsonNode message) {
        super(number, wamid, at);
        this.message = message;
    }

    public JsonNode message() {
        return message;
    }
}
