package io.inkstream.simulator.google;

import io.inkstream.simulator.http.Answer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The OAuth token endpoint for service accounts. */
@RestController
class TokenController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final AccessTokens tokens;

    TokenController(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping({"/token", "/oauth2/v4/token"})
    ResponseEntity<byte[]> token(
            @RequestParam(name = "grant_type", defaultValue = "") String grantType,
            @RequestParam(defaultValue = "") String assertion) {
        if (!grantType.equals(JWT_BEARER)) {
            return refuse("unsupported_grant_type", "Invalid grant_type: " + grantType);
        }
        if (!tokens.acceptable(assertion)) {
            return refuse(
                    "invalid_grant",
                    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your"
                            + " iat and exp values in the JWT claim.");
        }
        var answer = JSON.createObjectNode();
        answer.put("access_token", tokens.issue());
        answer.put("expires_in", AccessTokens.LIFE.toSeconds());
        answer.put("token_type", "Bearer");
        return Answer.json(200, answer).entity();
    }

    private static ResponseEntity<byte[]> refuse(String error, String description) {
        var body = JSON.createObjectNode().put("error", error).put("error_description", description);
        return Answer.json(400, body).entity();
    }
}
