package io.inkstream.simulator.stripe;

import io.inkstream.simulator.faults.ErrorCatalogue;
import io.inkstream.simulator.http.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An error as Stripe writes it. */
record StripeError(
        int status,
        String type,
        @Nullable String code,
        String message,
        @Nullable String param) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INVALID_REQUEST = "invalid_request_error";

    static final ErrorCatalogue CATALOGUE = StripeError::standard;
    static final StripeError OTHER_PARAMETERS = new StripeError(
            400,
            "idempotency_error",
            null,
            "Keys for idempotent requests can only be used with the same parameters they were first used with.",
            null);
    static final StripeError KEY_IN_USE = new StripeError(
            409,
            INVALID_REQUEST,
            "idempotency_key_in_use",
            "There is currently another in-progress request using this Idempotent Key.",
            null);
    static final StripeError RATE_LIMIT =
            new StripeError(429, INVALID_REQUEST, "rate_limit", "Too many requests hit the API too quickly.", null);
    private static final StripeError UNKNOWN =
            new StripeError(500, "api_error", null, "An unknown error occurred", null);

    static StripeError invalid(@Nullable String code, String message, @Nullable String param) {
        return new StripeError(400, INVALID_REQUEST, code, message, param);
    }

    static StripeError noSuch(String what, String id) {
        return new StripeError(
                404, INVALID_REQUEST, "resource_missing", "No such " + what + ": '" + id + "'", what.replace(' ', '_'));
    }

    /** The key as Stripe shows it: its end only. */
    static StripeError wrongKey(String key) {
        var end = key.substring(Math.max(0, key.length() - 5));
        return new StripeError(401, INVALID_REQUEST, null, "Invalid API Key provided: sk_test_********" + end, null);
    }

    static StripeError noKey() {
        return new StripeError(
                401,
                INVALID_REQUEST,
                null,
                "You did not provide an API key. You need to provide your API key in the Authorization header, using"
                        + " Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
                null);
    }

    private static Answer standard(int status, @Nullable String code) {
        if ("idempotency_key_in_use".equals(code) || (code == null && status == 409)) {
            return KEY_IN_USE.answer();
        }
        if ("lock_timeout".equals(code)) {
            return new StripeError(
                            429,
                            INVALID_REQUEST,
                            code,
                            "This object cannot be accessed right now because another API request or Stripe process is"
                                    + " currently accessing it.",
                            null)
                    .answer();
        }
        return switch (status) {
            case 400 -> invalid(code, "Invalid request.", null).answer();
            case 401 -> wrongKey("sk_test_older").answer();
            case 429 -> RATE_LIMIT.answer();
            case 502 -> Answer.text(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
            default -> new StripeError(status, UNKNOWN.type(), code, UNKNOWN.message(), null).answer();
        };
    }

    Answer answer() {
        var body = JSON.createObjectNode();
        var error = body.putObject("error");
        error.put("type", type);
        error.put("code", code);
        error.put("message", message);
        if (param != null) {
            error.put("param", param);
        }
        var answer = Answer.json(status, body);
        return status == 409 ? answer.with("Stripe-Should-Retry", "true") : answer;
    }
}
