package io.inkstream.simulator.sheets;

import io.inkstream.simulator.faults.ErrorCatalogue;
import io.inkstream.simulator.google.GoogleError;
import io.inkstream.simulator.google.GoogleRefusal;
import io.inkstream.simulator.http.Answer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The errors of Sheets, word for word. */
final class SheetsErrors implements ErrorCatalogue {
    static final int CELL_CHARACTERS = 50_000;
    static final long CELLS = 10_000_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONSUMER = "123456789012";
    private static final String BAD_REQUEST = "badRequest";

    static GoogleRefusal badRange(String range) {
        return invalid("Unable to parse range: " + range);
    }

    static GoogleRefusal beyondGrid(String range, int rows, int columns) {
        return invalid("Range (" + range + ") exceeds grid limits. Max rows: " + rows + ", max columns: " + columns);
    }

    static GoogleRefusal cellTooLong() {
        return invalid(
                "Your input contains more than the maximum of " + CELL_CHARACTERS + " characters in a single cell.");
    }

    static GoogleRefusal tooManyCells() {
        return invalid("This action would increase the number of cells in the workbook above the limit of " + CELLS
                + " cells.");
    }

    static GoogleRefusal invalid(String message) {
        return new GoogleRefusal(GoogleError.newer(400, message, "INVALID_ARGUMENT", BAD_REQUEST));
    }

    static GoogleRefusal notFound() {
        return new GoogleRefusal(GoogleError.newer(404, "Requested entity was not found.", "NOT_FOUND", "notFound"));
    }

    static GoogleRefusal notShared() {
        return new GoogleRefusal(permissionDenied());
    }

    private static GoogleError permissionDenied() {
        return GoogleError.newer(403, "The caller does not have permission", "PERMISSION_DENIED", "forbidden");
    }

    /** {@code kind} is Read or Write. */
    static GoogleError quota(String kind, int limit) {
        var details = JSON.createArrayNode();
        var detail = details.addObject();
        detail.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
        detail.put("reason", "RATE_LIMIT_EXCEEDED");
        detail.put("domain", "googleapis.com");
        detail.putObject("metadata")
                .put("quota_limit", kind + "RequestsPerMinutePerUser")
                .put("quota_limit_value", String.valueOf(limit))
                .put("service", "sheets.googleapis.com")
                .put("consumer", "projects/" + CONSUMER)
                .put("quota_metric", "sheets.googleapis.com/" + kind.toLowerCase(Locale.ROOT) + "_requests");
        return GoogleError.newer(
                        429,
                        "Quota exceeded for quota metric '" + kind + " requests' and limit '" + kind
                                + " requests per minute per user' of service 'sheets.googleapis.com' for consumer"
                                + " 'project_number:" + CONSUMER + "'.",
                        "RESOURCE_EXHAUSTED",
                        "rateLimitExceeded")
                .withDetails(details);
    }

    @Override
    public Answer error(int status, @Nullable String code) {
        return switch (status) {
            case 400 -> invalid("Invalid request.").error().answer();
            case 401 -> GoogleError.UNAUTHENTICATED.answer();
            case 403 -> permissionDenied().answer();
            case 404 -> notFound().error().answer();
            case 429 -> quota("Write", Quota.WRITES).answer();
            case 502 -> Answer.text(502, "text/html", "<!DOCTYPE html><title>Error 502 (Server Error)!!1</title>");
            case 503 ->
                GoogleError.newer(503, "The service is currently unavailable.", "UNAVAILABLE", "backendError")
                        .answer();
            default ->
                GoogleError.newer(status, "Internal error encountered.", "INTERNAL", "backendError")
                        .answer();
        };
    }
}
