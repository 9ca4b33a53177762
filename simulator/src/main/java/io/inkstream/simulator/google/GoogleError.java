package io.inkstream.simulator.google;

import io.inkstream.simulator.http.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as Google writes it.
 *
 * @param status canonical name; Calendar's errors have none
 * @param domain of {@code errors[]}, with its reason
 * @param details only quota errors have them
 * @param location where in the request, as {@code locationType} and {@code location}
 */
public record GoogleError(
        int code,
        String message,
        @Nullable String status,
        String domain,
        String reason,
        @Nullable JsonNode details,
        Map<String, String> location) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GLOBAL = "global";

    public static final GoogleError UNAUTHENTICATED =
            newer(401, "Request had invalid authentication credentials.", "UNAUTHENTICATED", "authError");

    public GoogleError {
        location = Map.copyOf(location);
    }

    /** In the form of Sheets. */
    public static GoogleError newer(int code, String message, String status, String reason) {
        return new GoogleError(code, message, status, GLOBAL, reason, null, Map.of());
    }

    /** In the form of Calendar. */
    public static GoogleError older(int code, String domain, String reason, String message) {
        return new GoogleError(code, message, null, domain, reason, null, Map.of());
    }

    public GoogleError withDetails(JsonNode more) {
        return new GoogleError(code, message, status, domain, reason, more, location);
    }

    public GoogleError at(String locationType, String place) {
        return new GoogleError(
                code,
                message,
                status,
                domain,
                reason,
                details,
                Map.of("locationType", locationType, "location", place));
    }

    public Answer answer() {
        var body = JSON.createObjectNode();
        var error = body.putObject("error");
        if (status == null) {
            error.putArray("errors").add(reasons());
            error.put("code", code);
            error.put("message", message);
        } else {
            error.put("code", code);
            error.put("message", message);
            error.put("status", status);
            error.putArray("errors").add(reasons());
        }
        if (details != null) {
            error.set("details", details);
        }
        return Answer.json(code, body);
    }

    private ObjectNode reasons() {
        var reasons = JSON.createObjectNode()
                .put("domain", domain)
                .put("reason", reason)
                .put("message", message);
        location.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue()));
        return reasons;
    }
}
