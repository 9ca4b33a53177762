package io.inkstream.outbound.whatsapp;

import io.inkstream.outbound.GraphError;
import io.inkstream.outbound.SendOutcome;
import io.inkstream.schemas.json.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Maps status and body of a response to what the request came to. A readable Graph error means: not accepted. */
final class GraphResponses {
    private static final int SUCCESS = 200;
    private static final int REDIRECTS = 300;
    private static final int SERVER_ERRORS = 500;

    private GraphResponses() {}

    /** {@code retryAfter}: the header, as it came. */
    static SendOutcome outcome(int status, byte[] body, @Nullable String retryAfter) {
        var json = parse(body);
        var error = json.path("error");
        if (error.path("code").isIntegralNumber()) {
            return new SendOutcome.Refused(
                    new GraphError(
                            error.path("code").intValue(),
                            error.path("is_transient").booleanValue(false),
                            status),
                    seconds(retryAfter));
        }
        if (status >= SUCCESS && status < REDIRECTS) {
            var wamid = json.path("messages").path(0).path("id").stringValue("");
            return wamid.isBlank() || wamid.chars().anyMatch(Character::isISOControl)
                    ? new SendOutcome.Unknown("HTTP " + status + " without a message id")
                    : new SendOutcome.Accepted(wamid);
        }
        if (status >= SERVER_ERRORS) {
            return new SendOutcome.Unknown("HTTP " + status + " without a Graph error");
        }
        return new SendOutcome.Refused(new GraphError(GraphError.NONE, false, status), seconds(retryAfter));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance(); // a gateway's HTML page
        }
    }

    /** Only the form in seconds; the API documents neither form. */
    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        if (retryAfter == null || retryAfter.isEmpty() || !retryAfter.chars().allMatch(Character::isDigit)) {
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(retryAfter.substring(0, Math.min(retryAfter.length(), 9))));
    }
}
