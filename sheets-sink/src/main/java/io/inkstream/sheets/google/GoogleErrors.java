package io.inkstream.sheets.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import io.inkstream.sheets.CallFailure;
import io.inkstream.sheets.CallFailure.Blocked;
import io.inkstream.sheets.CallFailure.Cause;
import io.inkstream.sheets.CallFailure.ErrorAnswer;
import io.inkstream.sheets.CallFailure.Unavailable;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the library's exceptions into {@link CallFailure}s. */
final class GoogleErrors {
    private GoogleErrors() {}

    static CallFailure read(IOException problem) {
        return switch (problem) {
            case GoogleJsonResponseException json -> CallFailure.of(answer(json));
            case HttpResponseException http -> CallFailure.of(answer(http, "", ""));
            // The token endpoint's answer, before the call itself was made.
            case Retryable token when !token.isRetryable() -> new Blocked(Cause.SIGN_IN_REFUSED);
            default -> new Unavailable(problem.getClass().getSimpleName(), Optional.empty());
        };
    }

    private static ErrorAnswer answer(GoogleJsonResponseException json) {
        var details = json.getDetails();
        if (details == null) {
            return answer(json, "", "");
        }
        var reasons = details.getErrors();
        var reason = reasons == null || reasons.isEmpty()
                ? ""
                : text(reasons.getFirst().getReason());
        return answer(json, reason, text(details.getMessage()));
    }

    private static ErrorAnswer answer(HttpResponseException http, String reason, String message) {
        return new ErrorAnswer(
                http.getStatusCode(),
                reason,
                message,
                http.getHeaders() == null ? null : http.getHeaders().getRetryAfter());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
