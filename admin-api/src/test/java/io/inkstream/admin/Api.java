package io.inkstream.admin;

import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A small HTTP client with a cookie jar, as a browser or a program would use the API. */
public final class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String base;
    private final Map<String, String> headers;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(TIMEOUT)
            .build();

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    static Api withKey(String base) {
        return new Api(base, Map.of("X-Api-Key", "inkstream-dev-key"));
    }

    static Api anonymous(String base) {
        return new Api(base, Map.of());
    }

    /** The same place, with these headers in addition. */
    public Api with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Api(base, all);
    }

    /** An answer; {@code body} is an empty object when there was none. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> more) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : Json.MAPPER.writeValueAsString(body)));
        more.forEach(request::header);
        return send(request.build());
    }

    /** The value of a cookie that the server set. */
    public @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return request;
    }

    public HttpClient http() {
        return http;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        return body.startsWith("{") || body.startsWith("[")
                ? Json.MAPPER.readTree(body)
                : Json.MAPPER.createObjectNode();
    }
}
