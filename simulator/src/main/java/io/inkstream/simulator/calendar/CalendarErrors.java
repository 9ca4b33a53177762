package io.inkstream.simulator.calendar;

import io.inkstream.simulator.faults.ErrorCatalogue;
import io.inkstream.simulator.google.GoogleError;
import io.inkstream.simulator.google.GoogleRefusal;
import io.inkstream.simulator.http.Answer;
import org.jspecify.annotations.Nullable;

/** The errors of Calendar, word for word. */
final class CalendarErrors implements ErrorCatalogue {
    private static final String GLOBAL = "global";

    static GoogleRefusal notFound() {
        return refusal(404, GLOBAL, "notFound", "Not Found");
    }

    static GoogleRefusal duplicate() {
        return refusal(409, GLOBAL, "duplicate", "The requested identifier already exists.");
    }

    static GoogleRefusal deleted() {
        return refusal(410, GLOBAL, "deleted", "Resource has been deleted");
    }

    static GoogleRefusal changedSince() {
        return new GoogleRefusal(GoogleError.older(412, GLOBAL, "conditionNotMet", "Precondition Failed")
                .at("header", "If-Match"));
    }

    static GoogleRefusal syncTokenTooOld() {
        return new GoogleRefusal(GoogleError.older(
                        410, "calendar", "fullSyncRequired", "Sync token is no longer valid, a full sync is required.")
                .at("parameter", "syncToken"));
    }

    static GoogleRefusal readOnly() {
        return refusal(403, GLOBAL, "requiredAccessLevel", "You need to have writer access to this calendar.");
    }

    static GoogleRefusal tooFast() {
        return refusal(403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
    }

    static GoogleRefusal invalid(String reason, String message) {
        return refusal(400, GLOBAL, reason, message);
    }

    private static GoogleRefusal refusal(int code, String domain, String reason, String message) {
        return new GoogleRefusal(GoogleError.older(code, domain, reason, message));
    }

    @Override
    public Answer error(int status, @Nullable String code) {
        return switch (status) {
            case 400 -> invalid("badRequest", "Bad Request").error().answer();
            case 401 ->
                GoogleError.older(401, GLOBAL, "authError", "Invalid Credentials")
                        .at("header", "Authorization")
                        .answer();
            case 403 ->
                ("forbidden".equals(code) ? readOnly() : tooFast()).error().answer();
            case 404 -> notFound().error().answer();
            case 409 -> duplicate().error().answer();
            case 410 -> deleted().error().answer();
            case 412 -> changedSince().error().answer();
            case 429 ->
                GoogleError.older(429, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded")
                        .answer();
            case 502 -> Answer.text(502, "text/html", "<!DOCTYPE html><title>Error 502 (Server Error)!!1</title>");
            default ->
                GoogleError.older(status, GLOBAL, "backendError", "Backend Error")
                        .answer();
        };
    }
}
