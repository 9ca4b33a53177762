package io.inkstream.simulator.google;

import io.inkstream.simulator.webhooks.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives tokens to service accounts. A token says itself until when it is good, so a restart forgets none. */
@Component
public final class AccessTokens {
    static final Duration LIFE = Duration.ofSeconds(3599);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PREFIX = "ya29.sim-";
    private static final String KEY = "inkstream-dev-google-tokens";
    private static final Duration LONGEST_ASSERTION = Duration.ofHours(1);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Clock clock = Clock.systemUTC();
    private final GoogleProperties properties;

    AccessTokens(GoogleProperties properties) {
        this.properties = properties;
    }

    String issue() {
        var until = String.valueOf(clock.instant().plus(LIFE).getEpochSecond());
        return PREFIX + until + "-" + seal(until);
    }

    /** What is wrong with the request's token; empty: nothing. */
    public Optional<GoogleError> check(@Nullable String authorization) {
        if (authorization == null) {
            return properties.requireToken() ? Optional.of(GoogleError.UNAUTHENTICATED) : Optional.empty();
        }
        return valid(authorization.replaceFirst("(?i)^bearer\\s+", ""))
                ? Optional.empty()
                : Optional.of(GoogleError.UNAUTHENTICATED);
    }

    private boolean valid(String token) {
        var parts = token.split("-", -1);
        return parts.length == 3
                && (parts[0] + "-").equals(PREFIX)
                && parts[2].equals(seal(parts[1]))
                && Long.parseLong(parts[1]) > clock.instant().getEpochSecond();
    }

    /** Whether a service account's signed claim is one that Google would look at; the signature itself is not checked. */
    boolean acceptable(String assertion) {
        var parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            return acceptable(JSON.readTree(Base64.getUrlDecoder().decode(parts[1])));
        } catch (IllegalArgumentException | JacksonException e) {
            return false;
        }
    }

    private boolean acceptable(JsonNode claims) {
        var issued = Instant.ofEpochSecond(claims.path("iat").asLong(0));
        var expires = Instant.ofEpochSecond(claims.path("exp").asLong(0));
        var now = clock.instant();
        return !claims.path("iss").asString("").isEmpty()
                && !expires.isAfter(issued.plus(LONGEST_ASSERTION))
                && expires.isAfter(now)
                && issued.isBefore(now.plus(CLOCK_SKEW));
    }

    private static String seal(String until) {
        return Hmac.sha256Hex(KEY, until.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
