package io.inkstream.admin.commands;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command as a door sends it.
 *
 * @param type approve, reject, ask, hand-back, close
 * @param commandId chosen by the door, the same on each try: the first outcome of an id stands
 * @param expectedVersion the lead's version on the person's screen
 * @param arguments the command's own fields, money in minor units
 */
@Schema(
        description =
                "The command's own fields stand beside these. approve: priceFromMinor, priceToMinor, depositMinor;"
                        + " reject, close: reason; ask: text; hand-back: question.",
        additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
record CommandRequest(
        @Nullable String type,
        @Nullable String commandId,
        @Nullable Long expectedVersion,
        @Schema(hidden = true) @JsonAnySetter Map<String, JsonNode> arguments) {}
