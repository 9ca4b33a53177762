package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.http.Answer;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as the Graph API writes it.
 *
 * @param title follows the code in {@code message}
 * @param details of {@code error_data}; absent: the error has none
 */
record GraphError(
        int status,
        int code,
        @Nullable Integer subcode,
        String title,
        @Nullable String details,
        boolean isTransient) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TRACE_BYTES = 16;

    static GraphError of(int status, int code, String title, String details) {
        return new GraphError(status, code, null, title, details, false);
    }

    /** The same error with another explanation. */
    GraphError because(String explanation) {
        return new GraphError(status, code, subcode, title, explanation, isTransient);
    }

    Answer answer() {
        var body = JSON.createObjectNode();
        var error = body.putObject("error");
        error.put("message", "(#" + code + ") " + title);
        error.put("type", "OAuthException");
        error.put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (details != null) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        error.put("fbtrace_id", trace());
        if (isTransient) {
            error.put("is_transient", true);
        }
        return Answer.json(status, body);
    }

    private static String trace() {
        var random = new byte[TRACE_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
